import type { Shared } from "#core/methods/define-method.ts";
import { identityPolicySteps } from "#core/plan/identity-policy-steps.ts";
import type { Plan, PlanStep } from "#core/plan/plan.ts";
import {
  bucketStep,
  bucketStepId,
  callerStep,
  callerStepId,
  keyDelegatesStep,
  keyStepId,
  policyStep,
} from "#core/plan/prerequisites.ts";
import { ownKeySteps } from "#core/plan/resource-policy-steps.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import { accessKeyStep, handOverSteps, rotationStep } from "./key-steps.ts";
import { athenaPolicyArn, sharedUserArn, userPolicyName } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { verifySteps } from "./verify-steps.ts";

const CREATE_USER = "create-user";
const CHECK_BOUNDARY = "check-boundary";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement, settings } = sharing;
  const { owner } = agreement;
  const checkedKeys = settings.keyPolicy === "delegates" ? keyUses(agreement) : [];
  const applied = [
    createUserStep(sharing),
    ...userPolicySteps(sharing, documents),
    ...athenaSteps(sharing),
    ...ownKeySteps(documents, "user", CREATE_USER),
  ];
  const permitted = applied.map(({ id }) => id);
  const key = accessKeyStep(sharing, permitted);
  const handedOver = handOverSteps(sharing, key.id);
  const inUse = handedOver.map(({ id }) => id);
  return {
    steps: [
      callerStep("owner", owner.account),
      ...owner.buckets.map(bucketStep),
      ...checkedKeys.map((use) =>
        keyDelegatesStep(use, owner.account, sharedUserArn(sharing), "user"),
      ),
      ...(settings.permissionsBoundary === ""
        ? []
        : [
            policyStep(CHECK_BOUNDARY, settings.permissionsBoundary, {
              title: "Check that the permissions boundary is there",
              why: "IAM refuses a user whose boundary does not exist. What the boundary does not allow stays denied, whatever the user's policy says.",
            }),
          ]),
      ...applied,
      key,
      ...handedOver,
      ...verifySteps(sharing, permitted, inUse),
      rotationStep(sharing, inUse),
    ],
  };
}

function createUserStep(sharing: Shared<Settings>): PlanStep {
  const { agreement, settings } = sharing;
  const { validUntil } = agreement.guardrails;
  const { userName, userPath, permissionsBoundary } = settings;
  const userArn = sharedUserArn(sharing);
  return {
    id: CREATE_USER,
    side: "owner",
    phase: "apply",
    title: `Create the user ${userName} in account A`,
    why: "One user for this third party alone: it can be watched, limited and taken away without touching anybody else. It gets no password, so it cannot sign in to the console.",
    needs: [
      callerStepId("owner"),
      ...(permissionsBoundary === "" ? [] : [CHECK_BOUNDARY]),
      ...agreement.owner.buckets.map(({ bucket }) => bucketStepId(bucket)),
    ],
    operations: [
      {
        kind: "create-user",
        userArn,
        userName,
        path: userPath,
        tags: [
          ["Purpose", settings.purpose],
          ...(validUntil === "" ? [] : [["Expires", validUntil] as const]),
        ],
        permissionsBoundary,
      },
    ],
    check: [{ kind: "check-user", userArn }],
    undo: { kind: "operations", operations: [{ kind: "delete-user", userArn, userName }] },
    documents: [],
    retries: true,
  };
}

function userPolicySteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  const { agreement, settings } = sharing;
  return identityPolicySteps(
    agreement,
    "owner",
    documents,
    { name: userPolicyName(sharing), path: settings.userPath },
    {
      title: "Give the user its permissions",
      why: "User and buckets are in the same account, so the user's policy is enough and no bucket policy changes. A Deny in a bucket policy still holds for the user.",
      needs: [
        callerStepId("owner"),
        CREATE_USER,
        ...(settings.keyPolicy === "delegates"
          ? keyUses(agreement).map(({ keyArn }) => keyStepId(keyArn))
          : []),
      ],
    },
  );
}

function athenaSteps(sharing: Shared<Settings>): readonly PlanStep[] {
  if (!sharing.settings.athena) return [];
  const { userName } = sharing.settings;
  const policyArn = athenaPolicyArn(sharing);
  return [
    {
      id: "attach-athena-policy",
      side: "owner",
      phase: "apply",
      title: "Attach AWSQuicksightAthenaAccess",
      why: "AWS's own policy for QuickSight's service role. It allows all of Athena and of the Glue Data Catalog, far more than the shared data.",
      needs: [callerStepId("owner"), CREATE_USER],
      operations: [{ kind: "attach-user-policy", userName, policyArn }],
      check: [],
      undo: {
        kind: "operations",
        operations: [{ kind: "detach-user-policy", userName, policyArn }],
      },
      documents: [],
      retries: true,
    },
  ];
}
