import type { GroupedAction } from "#core/aws/access.ts";

/**
 * Actions that no access level means and whose grant would give the bucket or its data away.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export const NEVER_SHARED: readonly GroupedAction[] = [
  { group: "bucket", action: "s3:PutBucketPolicy" },
  { group: "bucket", action: "s3:GetBucketPolicy" },
  { group: "bucket", action: "s3:DeleteBucketPolicy" },
  { group: "bucket", action: "s3:PutBucketAcl" },
  { group: "bucket", action: "s3:PutBucketPublicAccessBlock" },
  { group: "bucket", action: "s3:PutReplicationConfiguration" },
  { group: "bucket", action: "s3:PutLifecycleConfiguration" },
  { group: "bucket", action: "s3:DeleteBucket" },
  { group: "bucket", action: "s3:ListBucketMultipartUploads" },
  { group: "object", action: "s3:PutObjectAcl" },
  { group: "object", action: "s3:GetObjectAcl" },
  { group: "object", action: "s3:PutObjectTagging" },
  { group: "object", action: "s3:DeleteObjectVersion" },
  { group: "object", action: "s3:BypassGovernanceRetention" },
];

/** What would let a principal help itself to more in its own account. */
export const USER_ACTIONS: readonly string[] = [
  "iam:CreateAccessKey",
  "iam:PutUserPolicy",
  "iam:AttachUserPolicy",
];
export const ROLE_ACTIONS: readonly string[] = [
  "iam:PutRolePolicy",
  "iam:AttachRolePolicy",
  "iam:UpdateAssumeRolePolicy",
];

/** Uses and administration of a key that sharing never needs. */
export const KEY_ADMINISTRATION: readonly string[] = [
  "kms:PutKeyPolicy",
  "kms:CreateGrant",
  "kms:ScheduleKeyDeletion",
  "kms:ReEncryptFrom",
  "kms:Encrypt",
];
