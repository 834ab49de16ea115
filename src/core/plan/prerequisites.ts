import { roleArn as iamRoleArn } from "#core/aws/arn.ts";
import { keyRegion } from "#core/aws/key-arn.ts";
import { type Principal, permissionSetOf } from "#core/aws/principal.ts";
import type { Agreement, BucketSettings } from "#core/parameters/agreement.ts";
import type { KeyUse } from "#core/policy/key-grants.ts";
import type { Side } from "#core/side.ts";
import type { Operation } from "./operation.ts";
import type { PlanStep } from "./plan.ts";
import { prepareStep } from "./step.ts";

export function callerStepId(side: Side): string {
  return `check-caller-${side}`;
}

/** Nothing is changed before it is known that the right account is asked. */
export function callerStep(side: Side, account: string): PlanStep {
  return prepareStep({
    id: callerStepId(side),
    side,
    title: `Check that you work in account ${side === "owner" ? "A" : "B"}`,
    why: `Everything that follows changes account ${account}; in another account it would fail half-way or change the wrong one.`,
    needs: [],
    operations: [{ kind: "check-caller", account }],
  });
}

export function bucketStepId(bucket: string): string {
  return `check-bucket-${bucket}`;
}

/**
 * What must be true of a bucket before it is shared. A bucket policy's Allow covers only objects that
 * the bucket's owner owns, and Block Public Access can stay on: nothing here is public.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function bucketStep({ bucket, encryption, ownership }: BucketSettings): PlanStep {
  return prepareStep({
    id: bucketStepId(bucket),
    side: "owner",
    title: `Look at bucket ${bucket}`,
    why: "Ownership and encryption decide which grants are needed, so they must be what the agreement says. All four Block Public Access settings can stay on.",
    needs: [callerStepId("owner")],
    operations: [
      { kind: "check-bucket-ownership", bucket, expected: ownership },
      {
        kind: "check-bucket-encryption",
        bucket,
        expected: encryption.kind === "aws-managed-key" ? "aws-managed-key" : encryption.kind,
        keyArn: encryption.kind === "sse-kms" ? encryption.keyArn : "",
      },
      { kind: "check-public-access-block", bucket },
    ],
  });
}

export function keyStepId(keyArn: string): string {
  return `check-key-${keyArn.slice(keyArn.lastIndexOf("/") + 1)}`;
}

/** The key policy of an AWS managed key cannot be edited; only a customer managed key can be shared. */
export function keyManagerStep({ keyArn }: KeyUse): PlanStep {
  return prepareStep({
    id: keyStepId(keyArn),
    side: "owner",
    title: "Check that the key is customer managed",
    why: "The key policy of an AWS managed key cannot be edited, so its objects cannot be read from another account.",
    needs: [callerStepId("owner")],
    operations: [{ kind: "check-key-manager", keyArn, region: keyRegion(keyArn) }],
  });
}

/**
 * For a role or user of account A: KMS heeds its policy only when the key policy says so.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export function keyDelegatesStep(
  { keyArn }: KeyUse,
  account: string,
  roleArn: string,
  who: "role" | "user" = "role",
): PlanStep {
  return prepareStep({
    id: keyStepId(keyArn),
    side: "owner",
    title: "Check that the key policy lets IAM policies decide",
    why: `Otherwise the ${who}'s policy has no effect on the key: choose “Must name the ${who}” at Key policy.`,
    needs: [callerStepId("owner")],
    operations: [
      { kind: "check-key-delegates", keyArn, region: keyRegion(keyArn), account, roleArn },
    ],
  });
}

/** A managed policy that a call names must be there before. */
export function policyStep(
  id: string,
  policyArn: string,
  told: Pick<PlanStep, "title" | "why">,
): PlanStep {
  return prepareStep({
    id,
    side: "owner",
    ...told,
    needs: [callerStepId("owner")],
    operations: [{ kind: "check-policy", policyArn }],
  });
}

const PRINCIPALS_STEP = "check-principals";

/**
 * AWS resolves the principals of a policy when it is saved and refuses the whole policy when one does
 * not exist. Nothing to look up for a whole account or a permission set, which are not resolved.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function principalsStep({ consumer }: Agreement): PlanStep | undefined {
  const operations = consumer.principals.flatMap(lookup);
  if (operations.length === 0) return undefined;
  return prepareStep({
    id: PRINCIPALS_STEP,
    side: "consumer",
    title: "Check that the principals exist",
    why: "Account A names them, and AWS refuses to save a policy that names a role or user that does not exist. Create what is missing first.",
    needs: [callerStepId("consumer")],
    operations,
  });
}

/** Ids of the steps that must be done before account A can name account B's principals. */
export function namedPrincipalsNeeds(agreement: Agreement): readonly string[] {
  return principalsStep(agreement) === undefined ? [] : [PRINCIPALS_STEP];
}

/** What both accounts look at first, in this order; a method may have more to look at afterwards. */
export function firstSteps(
  agreement: Agreement,
  lookAtBucket: (settings: BucketSettings) => PlanStep = bucketStep,
): readonly PlanStep[] {
  const { owner, consumer } = agreement;
  const principals = principalsStep(agreement);
  return [
    callerStep("consumer", consumer.account),
    ...(principals === undefined ? [] : [principals]),
    callerStep("owner", owner.account),
    ...owner.buckets.map(lookAtBucket),
  ];
}

function lookup(principal: Principal): readonly Operation[] {
  switch (principal.kind) {
    case "role":
      return [{ kind: "check-role", roleArn: principal.arn }];
    case "user":
      return [{ kind: "check-user", userArn: principal.arn }];
    case "session": {
      const { partition, account, roleName } = principal;
      if (permissionSetOf(roleName) !== undefined) return [];
      const arn = iamRoleArn({ partition, account, path: "/", name: roleName });
      return [{ kind: "check-role", roleArn: arn, anyPath: true }];
    }
    default:
      return [];
  }
}
