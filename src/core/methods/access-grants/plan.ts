import type { Shared } from "#core/methods/define-method.ts";
import { createdRole } from "#core/parameters/created-role.ts";
import { createdRoleSteps } from "#core/plan/created-role-steps.ts";
import { consumerPolicySteps } from "#core/plan/identity-policy-steps.ts";
import type { Plan, PlanStep } from "#core/plan/plan.ts";
import { bucketStepId, firstSteps, keyDelegatesStep } from "#core/plan/prerequisites.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUsesOf } from "./documents.ts";
import { grantSteps, locationSteps } from "./grant-steps.ts";
import { instanceSteps, permissionSteps } from "./instance-steps.ts";
import { consumerPolicyName, rolePolicyName } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { acceptSteps, shareSteps } from "./share-steps.ts";
import { usageSteps } from "./usage-steps.ts";
import { verification } from "./verify-step.ts";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement, settings } = sharing;
  const { owner, consumer } = agreement;
  const location = createdRole(agreement, settings);
  const checkedKeys = settings.keyPolicy === "delegates" ? keyUsesOf(sharing) : [];
  const { looks, makes } = instanceSteps(sharing);
  const role = createdRoleSteps({
    agreement,
    documents,
    role: location,
    description: `S3 Access Grants with ${consumer.account}`,
    policyName: rolePolicyName(sharing),
    checkedKeys,
    create: {
      why: "S3 Access Grants assume it for every location and give out its sessions, narrowed to a grant. Its maximum is how long credentials can last.",
      needs: owner.buckets.map(({ bucket }) => bucketStepId(bucket)),
    },
    permit: {
      why: "No grant gives more than this. Role and buckets are in the same account, so no bucket policy changes. A Deny in a bucket policy still holds for the role.",
      needs: [],
    },
  });
  const locations = locationSteps(sharing, idsOf(role));
  const shares = shareSteps(sharing, documents);
  const applied = [
    ...makes,
    ...role,
    ...locations,
    ...shares,
    ...grantSteps(sharing, idsOf(locations)),
    ...acceptSteps(sharing, idsOf(shares)),
    ...consumerPolicySteps(agreement, documents, consumerPolicyName(sharing), {
      title: "Allow account B's principals to ask for credentials",
      why: "Across accounts the grant alone is not enough: account B must allow s3:GetDataAccess as well. It needs no permission on the data itself.",
    }),
  ];
  const needs = idsOf(applied);
  return {
    steps: [
      ...firstSteps(agreement),
      ...checkedKeys.map((use) => keyDelegatesStep(use, owner.account, location.arn)),
      ...looks,
      ...permissionSteps(sharing),
      ...applied,
      ...usageSteps(sharing, needs),
      verification(sharing, needs),
    ],
  };
}

function idsOf(steps: readonly PlanStep[]): readonly string[] {
  return steps.map(({ id }) => id);
}
