import type { Shared } from "#core/methods/define-method.ts";
import type { PlanStep } from "#core/plan/plan.ts";
import { bucketStepId, callerStepId } from "#core/plan/prerequisites.ts";
import { bucketAclId, objectAclId } from "./acl-documents.ts";
import { listedFiles } from "./names.ts";
import type { Settings } from "./parameters.ts";

/** In this order: a list is refused while ACLs are disabled, and they cannot be disabled while it names others. */
export function aclSteps(sharing: Shared<Settings>): readonly PlanStep[] {
  const { buckets } = sharing.agreement.owner;
  return buckets.flatMap(({ bucket, ownership }) => {
    const enables = ownership === "BucketOwnerEnforced" ? [ownershipStep(bucket)] : [];
    const needs = [callerStepId("owner"), bucketStepId(bucket), ...enables.map(({ id }) => id)];
    return [...enables, bucketAclStep(bucket, needs), ...objectAclSteps(sharing, bucket, needs)];
  });
}

function ownershipStep(bucket: string): PlanStep {
  return {
    id: `enable-acls-${bucket}`,
    side: "owner",
    phase: "apply",
    title: `Enable ACLs in ${bucket}`,
    why: "With Bucket owner enforced S3 refuses every list (AccessControlListNotSupported). From here on lists that were there before count again, and other accounts can upload objects that they own.",
    needs: [callerStepId("owner"), bucketStepId(bucket)],
    operations: [{ kind: "put-ownership-controls", bucket, ownership: "BucketOwnerPreferred" }],
    check: [],
    undo: {
      kind: "operations",
      operations: [{ kind: "restore-ownership-controls", bucket, before: "BucketOwnerEnforced" }],
    },
    documents: [],
    retries: false,
  };
}

function bucketAclStep(bucket: string, needs: readonly string[]): PlanStep {
  const document = bucketAclId(bucket);
  return {
    id: `put-${document}`,
    side: "owner",
    phase: "apply",
    title: `Put the ACL on ${bucket}`,
    why: "READ lets account B list the bucket, READ_ACP see this list. The call replaces the whole list, so account A's full control is in it, and the one before is kept.",
    needs,
    operations: [{ kind: "put-bucket-acl", bucket, document }],
    check: [],
    undo: {
      kind: "operations",
      operations: [{ kind: "restore-bucket-acl", bucket, document }],
    },
    documents: [document],
    retries: false,
  };
}

function objectAclSteps(
  sharing: Shared<Settings>,
  bucket: string,
  needs: readonly string[],
): readonly PlanStep[] {
  const keys = listedFiles(sharing)
    .filter((file) => file.bucket === bucket)
    .map(({ key }) => key);
  if (keys.length === 0) return [];
  const document = objectAclId(bucket);
  return [
    {
      id: `put-${document}`,
      side: "owner",
      phase: "apply",
      title: `Put the ACL on ${keys.length === 1 ? "the object" : `${keys.length} objects`} of ${bucket}`,
      why: "An object is read by its own list. A file that is added or replaced later has none for account B: run apply again then.",
      needs,
      operations: keys.map((key) => ({ kind: "put-object-acl", bucket, key, document })),
      check: [],
      undo: {
        kind: "operations",
        operations: keys
          .toReversed()
          .map((key) => ({ kind: "restore-object-acl", bucket, key, document })),
      },
      documents: [document],
      retries: false,
    },
  ];
}
