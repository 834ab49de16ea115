import { s3BucketPage } from "#core/aws/console-links.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { regionOfBucket } from "#core/parameters/regions.ts";
import { consumerPolicySteps } from "#core/plan/identity-policy-steps.ts";
import type { Plan, PlanStep } from "#core/plan/plan.ts";
import { firstSteps, keyManagerStep } from "#core/plan/prerequisites.ts";
import { sharingProbes } from "#core/plan/probes.ts";
import { bucketPolicySteps, sharedKeySteps } from "#core/plan/resource-policy-steps.ts";
import { usageStep, verifyStep } from "#core/plan/step.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import type { Settings } from "./parameters.ts";
import { policyNameOf } from "./policy-name.ts";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement } = sharing;
  const applied = [
    ...bucketPolicySteps(agreement, documents),
    ...sharedKeySteps(agreement, documents),
    ...consumerPolicySteps(agreement, documents, policyNameOf(sharing), {
      title: "Allow account B's principals to use the share",
      why: "Account B's half: across accounts both sides must allow. Account A's grant alone gives nothing.",
    }),
  ];
  const needs = applied.map(({ id }) => id);
  return {
    steps: [
      ...firstSteps(agreement),
      ...keyUses(agreement).map(keyManagerStep),
      ...applied,
      ...(agreement.consumer.consoleAccess ? [consoleStep(sharing, needs)] : []),
      verifyStep({
        id: "verify",
        side: "consumer",
        title: "Verify as the consuming identity",
        why: "Shows that what was agreed works and that nothing beside it does. Policies take a moment to spread: try again before looking for a mistake.",
        needs,
        operations: sharingProbes(agreement),
      }),
    ],
  };
}

function consoleStep({ agreement }: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { partition, owner } = agreement;
  const listed = owner.locations.filter(({ access }) => access.includes("list"));
  return usageStep(
    {
      id: "open-console",
      side: "consumer",
      title: "Open the shared data in the S3 console",
      why: "The console's list shows only account B's own buckets; account A's are reached by their address.",
      needs,
      operations: listed.map(({ bucket, prefix }) => ({
        kind: "by-hand",
        instruction: `Open ${bucket}/${prefix} and keep the address as a bookmark.`,
        url: s3BucketPage({ partition, region: regionOfBucket(agreement, bucket) }, bucket, prefix),
      })),
    },
    "Opening a page changes nothing.",
  );
}
