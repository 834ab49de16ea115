import type { BucketName } from "#core/aws/bucket-name.ts";
import type { Shared } from "#core/methods/define-method.ts";
import type { JsonValue, SharingDocument } from "#core/policy/document.ts";
import { listedFiles } from "./names.ts";
import type { Settings } from "./parameters.ts";

/**
 * A whole access control list: putting one replaces the other, so the owner's full control is in it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html
 */
function list(
  { settings }: Shared<Settings>,
  permissions: readonly string[],
): { readonly [name: string]: JsonValue } {
  const { ownerCanonicalId, consumerCanonicalId } = settings;
  const grant = (ID: string, Permission: string) => ({
    Grantee: { Type: "CanonicalUser", ID },
    Permission,
  });
  return {
    Owner: { ID: ownerCanonicalId },
    Grants: [
      grant(ownerCanonicalId, "FULL_CONTROL"),
      ...permissions.map((permission) => grant(consumerCanonicalId, permission)),
    ],
  };
}

export function bucketAclId(bucket: string): string {
  return `bucket-acl-${bucket}`;
}

export function objectAclId(bucket: string): string {
  return `object-acl-${bucket}`;
}

/** READ of a bucket lists it; READ_ACP only shows the list itself. */
export function bucketAclDocument(sharing: Shared<Settings>, bucket: BucketName) {
  return (number: string): SharingDocument => ({
    id: bucketAclId(bucket),
    side: "owner",
    fileName: `${number}-${bucketAclId(bucket)}.json`,
    title: `Bucket ACL · ${bucket}`,
    summary: `Lets account B list all of ${bucket}, and see this list.`,
    kind: "access-control-list",
    attachedTo: [{ kind: "bucket", bucket }],
    extent: "whole",
    content: list(sharing, ["READ", "READ_ACP"]),
  });
}

/** One list for all files of a bucket: it is set on each of them. */
export function objectAclDocuments(sharing: Shared<Settings>) {
  const files = listedFiles(sharing);
  const buckets = [...new Set(files.map(({ bucket }) => bucket))];
  return buckets.map((bucket) => (number: string): SharingDocument => {
    const own = files.filter((file) => file.bucket === bucket);
    return {
      id: objectAclId(bucket),
      side: "owner",
      fileName: `${number}-${objectAclId(bucket)}.json`,
      title: `Object ACL · ${bucket}`,
      summary: `Lets account B read ${own.length === 1 ? "one object" : `${own.length} objects`}; set on each of them.`,
      kind: "access-control-list",
      attachedTo: own.map(({ key }) => ({ kind: "object", bucket, key })),
      extent: "whole",
      content: list(sharing, ["READ"]),
    };
  });
}
