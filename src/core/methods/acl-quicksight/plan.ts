import type { Shared } from "#core/methods/define-method.ts";
import type { BucketSettings } from "#core/parameters/agreement.ts";
import { consumerPolicySteps } from "#core/plan/identity-policy-steps.ts";
import type { Plan, PlanStep } from "#core/plan/plan.ts";
import { bucketStep, firstSteps, keyManagerStep } from "#core/plan/prerequisites.ts";
import { bucketPolicySteps, sharedKeySteps } from "#core/plan/resource-policy-steps.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import { aclSteps } from "./acl-steps.ts";
import { dataSetSteps } from "./data-set-steps.ts";
import { policyNameOf } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { reportStep, verifyStep } from "./verify-steps.ts";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement, settings } = sharing;
  const isAcl = settings.variant === "acl";
  const grants = [
    ...(isAcl ? aclSteps(sharing) : []),
    ...bucketPolicySteps(agreement, documents, isAcl ? ONLY_DENIES : undefined),
    ...sharedKeySteps(agreement, documents),
    ...consumerPolicySteps(agreement, documents, policyNameOf(sharing), {
      title: "Let QuickSight's role read the files",
      why: "Account B's half: across accounts both sides must allow. It is a policy of its own, because the QuickSight console rewrites AWSQuickSightS3Policy.",
    }),
  ];
  const applied = [
    ...grants,
    ...dataSetSteps(
      sharing,
      grants.map(({ id }) => id),
    ),
  ];
  const done = applied.map(({ id }) => id);
  return {
    steps: [
      ...firstSteps(agreement, isAcl ? withoutOwnership : undefined),
      ...keyUses(agreement).map(keyManagerStep),
      ...applied,
      verifyStep(sharing, done),
      reportStep(sharing, done),
    ],
  };
}

/** The plan changes Object Ownership itself, and looks at it then. */
function withoutOwnership(bucket: BucketSettings): PlanStep {
  const step = bucketStep(bucket);
  const operations = step.operations.filter(({ kind }) => kind !== "check-bucket-ownership");
  return {
    ...step,
    why: "Encryption decides which grants are needed, so it must be what the agreement says. All four Block Public Access settings can stay on.",
    operations,
  };
}

const ONLY_DENIES =
  "It grants nothing: it denies what the guardrails keep out, which a list cannot say. S3 replaces the whole policy, so what is there is saved first.";
