import { s3BucketPage } from "#core/aws/console-links.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { regionOfBucket } from "#core/parameters/regions.ts";
import { identityPolicySteps } from "#core/plan/identity-policy-steps.ts";
import type { Plan, PlanStep } from "#core/plan/plan.ts";
import {
  bucketStep,
  bucketStepId,
  callerStep,
  callerStepId,
  keyManagerStep,
  keyStepId,
  namedPrincipalsNeeds,
  principalsStep,
} from "#core/plan/prerequisites.ts";
import { sharingProbes } from "#core/plan/probes.ts";
import { bucketPolicyStep, keyPolicyStep } from "#core/plan/resource-policy-steps.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import type { Settings } from "./parameters.ts";
import { policyNameOf } from "./policy-name.ts";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement } = sharing;
  const { owner, consumer } = agreement;
  const uses = keyUses(agreement);
  const principals = principalsStep(agreement);
  const applied = [
    ...bucketSteps(sharing, documents),
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
      ...uses.map(keyManagerStep),
      ...applied,
      ...(consumer.consoleAccess ? [consoleStep(sharing, needs)] : []),
      verifyStep(sharing, needs),
    ],
  };
}

function bucketSteps(
  { agreement }: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  return documents.flatMap((document) =>
    document.attachedTo.flatMap((attachment) =>
      attachment.kind === "bucket"
        ? [
            bucketPolicyStep(document, attachment.bucket, [
              callerStepId("owner"),
              bucketStepId(attachment.bucket),
              ...namedPrincipalsNeeds(agreement),
            ]),
          ]
        : [],
    ),
  );
}

function keySteps(
  { agreement }: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  return keyUses(agreement).flatMap(({ keyArn }) =>
    documents
      .filter(({ attachedTo }) =>
        attachedTo.some((attachment) => attachment.kind === "key" && attachment.keyArn === keyArn),
      )
      .map((document) =>
        keyPolicyStep(
          document,
          keyArn,
          "The objects are encrypted with this key, and S3 hands them out only to callers who may use it.",
          [callerStepId("owner"), keyStepId(keyArn), ...namedPrincipalsNeeds(agreement)],
        ),
      ),
  );
}

function consumerSteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  const { agreement } = sharing;
  const { partition, owner, consumer } = agreement;
  return identityPolicySteps(
    documents.filter(({ side }) => side === "consumer"),
    {
      partition,
      region: owner.region,
      account: consumer.account,
      policyName: policyNameOf(sharing),
    },
    {
      title: "Allow account B's principals to use the share",
      why: "Account B's half: across accounts both sides must allow. Account A's grant alone gives nothing.",
      needs: [callerStepId("consumer"), ...namedPrincipalsNeeds(agreement)],
    },
  );
}

function consoleStep({ agreement }: Shared<Settings>, needs: readonly string[]): PlanStep {
  const { partition, owner } = agreement;
  const listed = owner.locations.filter(({ access }) => access.includes("list"));
  return {
    id: "open-console",
    side: "consumer",
    phase: "use",
    title: "Open the shared data in the S3 console",
    why: "The console's list shows only account B's own buckets; account A's are reached by their address.",
    needs,
    operations: listed.map(({ bucket, prefix }) => ({
      kind: "by-hand",
      instruction: `Open ${bucket}/${prefix} and keep the address as a bookmark.`,
      url: s3BucketPage({ partition, region: regionOfBucket(agreement, bucket) }, bucket, prefix),
    })),
    check: [],
    undo: { kind: "nothing", reason: "Opening a page changes nothing." },
    documents: [],
    retries: false,
  };
}

function verifyStep({ agreement }: Shared<Settings>, needs: readonly string[]): PlanStep {
  return {
    id: "verify",
    side: "consumer",
    phase: "verify",
    title: "Verify as the consuming identity",
    why: "Shows that what was agreed works and that nothing beside it does. Policies take a moment to spread: try again before looking for a mistake.",
    needs,
    operations: sharingProbes(agreement),
    check: [],
    undo: {
      kind: "nothing",
      reason:
        "Verify deletes what it wrote itself. Without delete access its test object stays, and its name says what it is.",
    },
    documents: [],
    retries: true,
  };
}
