import type { Shared } from "#core/methods/define-method.ts";
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
import { bucketPolicyStep, keyPolicyStep } from "#core/plan/resource-policy-steps.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import { aclSteps } from "./acl-steps.ts";
import { dataSetSteps } from "./data-set-steps.ts";
import { policyNameOf } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { reportStep, verifyStep } from "./verify-steps.ts";

export function plan(sharing: Shared<Settings>, documents: readonly SharingDocument[]): Plan {
  const { agreement, settings } = sharing;
  const { owner, consumer } = agreement;
  const isAcl = settings.variant === "acl";
  const principals = principalsStep(agreement);
  const grants = [
    ...(isAcl ? aclSteps(sharing) : []),
    ...policySteps(sharing, documents),
    ...roleSteps(sharing, documents),
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
      callerStep("consumer", consumer.account),
      ...(principals === undefined ? [] : [principals]),
      callerStep("owner", owner.account),
      ...owner.buckets.map((bucket) =>
        isAcl ? withoutOwnership(bucketStep(bucket)) : bucketStep(bucket),
      ),
      ...keyUses(agreement).map(keyManagerStep),
      ...applied,
      verifyStep(sharing, done),
      reportStep(sharing, done),
    ],
  };
}

/** The plan changes Object Ownership itself, and looks at it then. */
function withoutOwnership(step: PlanStep): PlanStep {
  const operations = step.operations.filter(({ kind }) => kind !== "check-bucket-ownership");
  return {
    ...step,
    why: "Encryption decides which grants are needed, so it must be what the agreement says. All four Block Public Access settings can stay on.",
    operations,
  };
}

const ONLY_DENIES =
  "It grants nothing: it denies what the guardrails keep out, which a list cannot say. S3 replaces the whole policy, so what is there is saved first.";

function policySteps(
  { agreement, settings }: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  const named = namedPrincipalsNeeds(agreement);
  return documents.flatMap((document): readonly PlanStep[] => {
    const [on] = document.attachedTo;
    if (document.kind === "bucket-policy" && on?.kind === "bucket") {
      const needs = [callerStepId("owner"), bucketStepId(on.bucket), ...named];
      const step = bucketPolicyStep(document, on.bucket, needs);
      return [settings.variant === "acl" ? { ...step, why: ONLY_DENIES } : step];
    }
    const use = keyUses(agreement).find(({ keyArn }) => on?.kind === "key" && on.keyArn === keyArn);
    if (use === undefined) return [];
    return [
      keyPolicyStep(
        document,
        use.keyArn,
        "The objects are encrypted with this key, and S3 hands them out only to callers who may use it.",
        [callerStepId("owner"), keyStepId(use.keyArn), ...named],
      ),
    ];
  });
}

function roleSteps(
  sharing: Shared<Settings>,
  documents: readonly SharingDocument[],
): readonly PlanStep[] {
  const { agreement } = sharing;
  const { partition, owner, consumer } = agreement;
  return identityPolicySteps(
    documents.filter(({ kind, side }) => kind === "identity-policy" && side === "consumer"),
    {
      partition,
      region: owner.region,
      account: consumer.account,
      policyName: policyNameOf(sharing),
    },
    {
      title: "Let QuickSight's role read the files",
      why: "Account B's half: across accounts both sides must allow. It is a policy of its own, because the QuickSight console rewrites AWSQuickSightS3Policy.",
      needs: [callerStepId("consumer"), ...namedPrincipalsNeeds(agreement)],
    },
  );
}
