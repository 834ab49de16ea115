import type { Shared } from "#core/methods/define-method.ts";
import { createdRole } from "#core/parameters/created-role.ts";
import { createdRoleSteps } from "#core/plan/created-role-steps.ts";
import { consumerPolicySteps } from "#core/plan/identity-policy-steps.ts";
import type { Plan } from "#core/plan/plan.ts";
import {
  bucketStepId,
  firstSteps,
  keyDelegatesStep,
  namedPrincipalsNeeds,
} from "#core/plan/prerequisites.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import { assumePolicyName, rolePolicyName } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { usageSteps, verification } from "./usage-steps.ts";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement, settings } = sharing;
  const { owner, consumer } = agreement;
  const role = createdRole(agreement, settings);
  const checkedKeys = settings.keyPolicy === "delegates" ? keyUses(agreement) : [];
  const applied = [
    ...createdRoleSteps({
      agreement,
      documents,
      role,
      description: `S3 share with ${consumer.account}`,
      policyName: rolePolicyName(sharing),
      checkedKeys,
      create: {
        why: "Account B assumes it. IAM refuses a trust policy that names a principal that does not exist, or that was created moments ago.",
        needs: namedPrincipalsNeeds(agreement),
      },
      permit: {
        why: "Role and buckets are in the same account, so the role's policy is enough and no bucket policy changes. A Deny in a bucket policy still holds for the role.",
        needs: owner.buckets.map(({ bucket }) => bucketStepId(bucket)),
      },
    }),
    ...consumerPolicySteps(agreement, documents, assumePolicyName(sharing), {
      title: `Allow account B's principals to assume ${role.name}`,
      why: "Across accounts the role's trust alone is not enough: account B must allow sts:AssumeRole as well.",
    }),
  ];
  const needs = applied.map(({ id }) => id);
  return {
    steps: [
      ...firstSteps(agreement),
      ...checkedKeys.map((use) => keyDelegatesStep(use, owner.account, role.arn)),
      ...applied,
      ...usageSteps(sharing, needs),
      verification(sharing, needs),
    ],
  };
}
