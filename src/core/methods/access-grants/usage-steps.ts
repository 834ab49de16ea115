import type { Shared } from "#core/methods/define-method.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { usageStep } from "#core/plan/step.ts";
import { CREDENTIALS_PROFILE, instancesOf } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { type Target, targetsOf } from "./targets.ts";

const CREDENTIALS_GUIDE =
  "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-credentials.html";

/** What account B's people and programs do afterwards. */
export function usageSteps(
  sharing: Shared<Settings>,
  needs: readonly string[],
): readonly PlanStep[] {
  return [findStep(sharing, needs), credentialsStep(sharing, needs)];
}

/** The first target of each region. */
function firstTargets(sharing: Shared<Settings>): readonly Target[] {
  const targets = targetsOf(sharing);
  return instancesOf(sharing).flatMap(
    ({ arn }) => targets.find(({ instance }) => instance.arn === arn) ?? [],
  );
}

function findStep(sharing: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { owner, consumer } = sharing.agreement;
  return usageStep({
    id: "find-grants",
    title: "Find the instance and your grants",
    why: "Two questions with two account IDs: which instance answers for a path is asked in your own account, what you are granted in account A.",
    needs,
    operations: firstTargets(sharing).flatMap(({ instance, bucket, location }): Operation[] => [
      {
        kind: "find-access-grants-instance",
        region: instance.region,
        account: consumer.account,
        prefix: `s3://${bucket}/${location?.prefix ?? ""}`,
      },
      {
        kind: "list-caller-access-grants",
        region: instance.region,
        account: owner.account,
        bucket,
      },
    ]),
    side: "consumer",
  });
}

export function dataAccess(sharing: Shared<Settings>, target: Target) {
  const { bucket, path, isObject, permission, instance } = target;
  return {
    region: instance.region,
    account: sharing.agreement.owner.account,
    target: `s3://${bucket}/${path}`,
    isObject,
    permission,
  };
}

function credentialsStep(sharing: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { settings, agreement } = sharing;
  const [first] = instancesOf(sharing);
  const directory = settings.identityCenterArn !== "";
  return usageStep({
    id: "get-credentials",
    title: "Get credentials and use them",
    why: "They belong to a session of account A's role, hold for one grant only and end by themselves; programs ask again before that. All three values are needed, the session token too.",
    needs,
    operations: [
      ...firstTargets(sharing).map(
        (target): Operation => ({
          kind: "get-data-access",
          ...dataAccess(sharing, target),
          durationSeconds: settings.sessionSeconds,
        }),
      ),
      {
        kind: "configure-profile",
        profile: CREDENTIALS_PROFILE,
        entries: [["region", first?.region ?? agreement.owner.region]],
      },
      {
        kind: "by-hand",
        instruction: `Put AccessKeyId, SecretAccessKey and SessionToken into the profile ${CREDENTIALS_PROFILE} with aws configure set, as aws_access_key_id, aws_secret_access_key and aws_session_token. The plugins of the AWS SDKs do all of this by themselves.`,
        url: CREDENTIALS_GUIDE,
      },
      ...(directory
        ? [
            {
              kind: "by-hand",
              instruction:
                "Users and groups of the directory get credentials through an application that passes their identity on (trusted identity propagation), not with these commands.",
              url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-directory-ids.html",
            } as const,
          ]
        : []),
    ],
    side: "consumer",
  });
}
