import { type KeyArn, keyRegion } from "#core/aws/key-arn.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { PlanStep } from "./plan.ts";

/** Replaces the bucket policy as a whole; the script saves and merges what is there. */
export function bucketPolicyStep(
  document: SharingDocument,
  bucket: string,
  needs: readonly string[],
): PlanStep {
  return {
    id: `put-${document.id}`,
    side: "owner",
    phase: "apply",
    title: `Put the bucket policy on ${bucket}`,
    why: "Account A's half: without it account B is denied whatever its own policies say. S3 replaces the whole policy, so what is there is saved first.",
    needs,
    operations: [{ kind: "put-bucket-policy", bucket, document: document.id }],
    check: [{ kind: "check-bucket-policy-status", bucket }],
    undo: {
      kind: "operations",
      operations: [{ kind: "restore-bucket-policy", bucket, document: document.id }],
    },
    documents: [document.id],
    retries: true,
  };
}

/** A key always has a policy: statements are added to it, and all others stay. */
export function keyPolicyStep(
  document: SharingDocument,
  keyArn: KeyArn,
  why: string,
  needs: readonly string[],
): PlanStep {
  const target = { keyArn, region: keyRegion(keyArn), document: document.id };
  return {
    id: `add-${document.id}`,
    side: "owner",
    phase: "apply",
    title: "Add a statement to the key policy",
    why,
    needs,
    operations: [{ kind: "add-key-statements", ...target }],
    check: [],
    undo: { kind: "operations", operations: [{ kind: "remove-key-statements", ...target }] },
    documents: [document.id],
    retries: true,
  };
}
