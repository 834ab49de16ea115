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
import { keyUses } from "#core/policy/key-grants.ts";
import { assumePolicyName, maxSessionSeconds, rolePolicyName, sharedRoleArn } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { usageSteps, verifyStep } from "./usage-steps.ts";

const CREATE_ROLE = "create-role";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement, settings } = sharing;
  const { owner, consumer } = agreement;
  const principals = principalsStep(agreement);
  const checkedKeys = settings.keyPolicy === "delegates" ? keyUses(agreement) : [];
  const applied = [
    createRoleStep(sharing, documents),
    ...rolePolicySteps(sharing, documents),
    ...keySteps(sharing, documents),
    ...consumerSteps(sharing, documents),
  ];
  const needs = applied.map(({ id }) => id);
  return {
    steps: [
      callerStep("consumer", consumer.account),
      ...(principals === undefined ? [] : [principals]),
      callerStep("owner", owner.account),
      ...owner.buckets.map(bucketStep),
      ...checkedKeys.map((use) => keyDelegatesStep(use, owner.account, sharedRoleArn(sharing))),
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
  const trust = documents.filter(({ kind }) => kind === "trust-policy").map(({ id }) => id);
  return {
    id: CREATE_ROLE,
    side: "owner",
    phase: "apply",
    title: `Create the role ${settings.roleName} in account A`,
    why: "Account B assumes it. IAM refuses a trust policy that names a principal that does not exist, or that was created moments ago.",
    needs: [callerStepId("owner"), ...namedPrincipalsNeeds(agreement)],
    operations: [
      {
        kind: "create-role",
        roleName: settings.roleName,
        path: settings.rolePath,
        maxSessionSeconds: maxSessionSeconds(sharing),
        description: `S3 share with ${agreement.consumer.account}`,
        trustDocument: trust[0] ?? "",
      },
    ],
    check: [{ kind: "check-role", roleArn: sharedRoleArn(sharing) }],
    undo: {
      kind: "operations",
      operations: [{ kind: "delete-role", roleName: settings.roleName }],
    },
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
      why: "Role and buckets are in the same account, so the role's policy is enough and no bucket policy changes. A Deny in a bucket policy still holds for the role.",
      needs: [
        callerStepId("owner"),
        CREATE_ROLE,
        ...owner.buckets.map(({ bucket }) => bucketStepId(bucket)),
        ...(sharing.settings.keyPolicy === "delegates"
          ? keyUses(sharing.agreement).map(({ keyArn }) => keyStepId(keyArn))
          : []),
      ],
    },
  );
}

function keySteps(
  { agreement }: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  return keyUses(agreement).flatMap(({ keyArn }) =>
    documents
      .filter(({ attachedTo }) =>
        attachedTo.some((target) => target.kind === "key" && target.keyArn === keyArn),
      )
      .map((document) =>
        keyPolicyStep(
          document,
          keyArn,
          "The key policy does not let IAM policies decide, so it has to name the role; KMS refuses a role that does not exist yet.",
          [callerStepId("owner"), CREATE_ROLE],
        ),
      ),
  );
}

function consumerSteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  const { agreement, settings } = sharing;
  return identityPolicySteps(
    documents.filter(({ side }) => side === "consumer"),
    {
      partition: agreement.partition,
      region: agreement.owner.region,
      account: agreement.consumer.account,
      policyName: assumePolicyName(sharing),
    },
    {
      title: `Allow account B's principals to assume ${settings.roleName}`,
      why: "Across accounts the role's trust alone is not enough: account B must allow sts:AssumeRole as well.",
      needs: [callerStepId("consumer"), ...namedPrincipalsNeeds(agreement)],
    },
  );
}
