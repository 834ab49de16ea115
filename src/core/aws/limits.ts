/**
 * Hard limits of AWS. Sizes are checked where documents are measured, counts where values are parsed.
 */

/** Bytes of a bucket policy, as text. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-policies.html */
export const BUCKET_POLICY_MAX_BYTES = 20_480;
/** A bucket policy is told to be nearly full from here on. */
export const BUCKET_POLICY_NEAR_BYTES = 18_000;

/** IAM counts characters without white space. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const MANAGED_POLICY_MAX_CHARACTERS = 6_144;
/** All inline policies of one entity together, without white space. @see the IAM quotas page */
export const USER_INLINE_POLICIES_MAX_CHARACTERS = 2_048;
export const ROLE_INLINE_POLICIES_MAX_CHARACTERS = 10_240;
/** Managed policies attached to one role or user; the default, which AWS can raise. @see the IAM quotas page */
export const MANAGED_POLICIES_MAX = 10;
/** The default; AWS can raise it for an account. @see the IAM quotas page */
export const TRUST_POLICY_MAX_CHARACTERS = 2_048;

/** Bytes (32 KB). @see https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html */
export const KEY_POLICY_MAX_BYTES = 32_768;

/** Characters of the resource policy of an S3 Access Grants instance. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutAccessGrantsInstanceResourcePolicy.html */
export const INSTANCE_POLICY_MAX_CHARACTERS = 350_000;
/** Locations of one S3 Access Grants instance. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-limitations.html */
export const INSTANCE_LOCATIONS_MAX = 1_000;

/** Seconds; the most is also what a role may allow at most. @see https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
export const SESSION_MIN_SECONDS = 900;
export const SESSION_MAX_SECONDS = 43_200;
/** A session got by a session of another role ("role chaining"). @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html */
export const CHAINED_SESSION_MAX_SECONDS = 3_600;
/** The least that a role may have as its own maximum. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const ROLE_MAX_SESSION_MIN_SECONDS = 3_600;

/** Grants in one ACL. @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
export const ACL_MAX_GRANTS = 100;

/** Files that a QuickSight manifest may name. @see https://docs.aws.amazon.com/quick/latest/userguide/data-source-limits.html */
export const MANIFEST_MAX_FILES = 1_000;

/** Path and name together, or the console's Switch Role cannot take it. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const SWITCH_ROLE_MAX_CHARACTERS = 64;
