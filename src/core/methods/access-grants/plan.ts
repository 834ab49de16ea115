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
  namedPrincipalsNeeds,
  principalsStep,
} from "#core/plan/prerequisites.ts";
import { keyPolicyStep } from "#core/plan/resource-policy-steps.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUsesOf } from "./documents.ts";
import { grantSteps, locationSteps } from "./grant-steps.ts";
import { instanceSteps, permissionSteps } from "./instance-steps.ts";
import { consumerPolicyName, locationRoleArn, maxSessionSeconds, rolePolicyName } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { acceptSteps, shareSteps } from "./share-steps.ts";
import { usageSteps } from "./usage-steps.ts";
import { verifyStep } from "./verify-step.ts";

export const CREATE_ROLE = "create-role";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement, settings } = sharing;
  const { owner, consumer } = agreement;
  const principals = principalsStep(agreement);
  const checkedKeys = settings.keyPolicy === "delegates" ? keyUsesOf(sharing) : [];
  const { looks, makes } = instanceSteps(sharing);
  const role = [
    createRoleStep(sharing, documents),
    ...rolePolicySteps(sharing, documents),
    ...keySteps(sharing, documents),
  ];
  const locations = locationSteps(
    sharing,
    role.map(({ id }) => id),
  );
  const shares = shareSteps(sharing, documents);
  const grants = grantSteps(
    sharing,
    locations.map(({ id }) => id),
  );
  const accepted = acceptSteps(
    sharing,
    shares.map(({ id }) => id),
  );
  const applied = [
    ...makes,
    ...role,
    ...locations,
    ...shares,
    ...grants,
    ...accepted,
    ...consumerSteps(sharing, documents),
  ];
  const needs = applied.map(({ id }) => id);
  return {
    steps: [
      callerStep("consumer", consumer.account),
      ...(principals === undefined ? [] : [principals]),
      callerStep("owner", owner.account),
      ...owner.buckets.map(bucketStep),
      ...checkedKeys.map((use) => keyDelegatesStep(use, owner.account, locationRoleArn(sharing))),
      ...looks,
      ...permissionSteps(sharing),
      ...applied,
      ...usageSteps(sharing, needs),
      verifyStep(sharing, needs),
    ],
  };
}

function createRoleStep(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): PlanStep {
  const { agreement, settings } = sharing;
  const { roleName, rolePath } = settings;
  const trust = documents.filter(({ kind }) => kind === "trust-policy").map(({ id }) => id);
  return {
    id: CREATE_ROLE,
    side: "owner",
    phase: "apply",
    title: `Create the role ${roleName} in account A`,
    why: "S3 Access Grants assume it for every location and give out its sessions, narrowed to a grant. Its maximum is how long credentials can last.",
    needs: [
      callerStepId("owner"),
      ...agreement.owner.buckets.map(({ bucket }) => bucketStepId(bucket)),
    ],
    operations: [
      {
        kind: "create-role",
        roleName,
        path: rolePath,
        maxSessionSeconds: maxSessionSeconds(sharing),
        description: `S3 Access Grants with ${agreement.consumer.account}`,
        trustDocument: trust[0] ?? "",
      },
    ],
    check: [{ kind: "check-role", roleArn: locationRoleArn(sharing) }],
    undo: { kind: "operations", operations: [{ kind: "delete-role", roleName }] },
    documents: trust,
    retries: true,
  };
}

function rolePolicySteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  const { partition, owner } = sharing.agreement;
  return identityPolicySteps(
    documents.filter(({ kind, side }) => kind === "identity-policy" && side === "owner"),
    {
      partition,
      region: owner.region,
      account: owner.account,
      policyName: rolePolicyName(sharing),
    },
    {
      title: "Give the role its permissions",
      why: "No grant gives more than this. Role and buckets are in the same account, so no bucket policy changes. A Deny in a bucket policy still holds for the role.",
      needs: [
        callerStepId("owner"),
        CREATE_ROLE,
        ...(sharing.settings.keyPolicy === "delegates"
          ? keyUsesOf(sharing).map(({ keyArn }) => keyStepId(keyArn))
          : []),
      ],
    },
  );
}

function keySteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  return keyUsesOf(sharing).flatMap(({ keyArn }) =>
    documents.flatMap((document) =>
      document.kind === "key-policy" &&
      document.attachedTo.some((target) => target.kind === "key" && target.keyArn === keyArn)
        ? [
            keyPolicyStep(
              document,
              keyArn,
              "The key policy does not let IAM policies decide, so it has to name the role; KMS refuses a role that does not exist yet.",
              [callerStepId("owner"), CREATE_ROLE],
            ),
          ]
        : [],
    ),
  );
}

function consumerSteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  const { agreement } = sharing;
  return identityPolicySteps(
    documents.filter(({ side }) => side === "consumer"),
    {
      partition: agreement.partition,
      region: agreement.owner.region,
      account: agreement.consumer.account,
      policyName: consumerPolicyName(sharing),
    },
    {
      title: "Allow account B's principals to ask for credentials",
      why: "Across accounts the grant alone is not enough: account B must allow s3:GetDataAccess as well. It needs no permission on the data itself.",
      needs: [callerStepId("consumer"), ...namedPrincipalsNeeds(agreement)],
    },
  );
}
