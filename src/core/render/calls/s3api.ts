import {
  answering,
  type CliCommand,
  type CliOption,
  type CliValue,
  textOption,
} from "#core/render/command-line.ts";
import { type Caller, call } from "./caller.ts";

/**
 * A bucket call with `--expected-bucket-owner`: it fails, instead of changing anything, when the
 * bucket belongs to another account.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html
 */
function s3api(
  caller: Caller,
  operation: string,
  bucket: string,
  ...options: readonly CliOption[]
): CliCommand {
  const owner = textOption("--expected-bucket-owner", caller.context.accounts.owner);
  const all = [textOption("--bucket", bucket), ...options, owner];
  const { bucketRegions, region } = caller.context;
  return call(caller, "s3api", operation, all, bucketRegions.get(bucket) ?? region);
}

/** Prints the policy itself, not a JSON text that holds it as an escaped string. */
export const getBucketPolicy = (caller: Caller, bucket: string): CliCommand =>
  answering(s3api(caller, "get-bucket-policy", bucket), "Policy");

export const putBucketPolicy = (caller: Caller, bucket: string, policy: CliValue): CliCommand =>
  s3api(caller, "put-bucket-policy", bucket, { name: "--policy", value: policy });

export const deleteBucketPolicy = (caller: Caller, bucket: string): CliCommand =>
  s3api(caller, "delete-bucket-policy", bucket);

export const getBucketPolicyStatus = (caller: Caller, bucket: string): CliCommand =>
  answering(s3api(caller, "get-bucket-policy-status", bucket), "PolicyStatus.IsPublic");

export const getOwnership = (caller: Caller, bucket: string): CliCommand =>
  answering(
    s3api(caller, "get-bucket-ownership-controls", bucket),
    "OwnershipControls.Rules[0].ObjectOwnership",
  );

export const getEncryption = (caller: Caller, bucket: string): CliCommand =>
  answering(
    s3api(caller, "get-bucket-encryption", bucket),
    "ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.[SSEAlgorithm,KMSMasterKeyID]",
  );

export const getPublicAccessBlock = (caller: Caller, bucket: string): CliCommand =>
  answering(
    s3api(caller, "get-public-access-block", bucket),
    "PublicAccessBlockConfiguration.[BlockPublicAcls,IgnorePublicAcls,BlockPublicPolicy,RestrictPublicBuckets]",
  );

/** The first key below a prefix; `None` when there is none. One key, so that one request is made. */
export const listFirstKey = (caller: Caller, bucket: string, prefix: string): CliCommand =>
  answering(
    s3api(
      caller,
      "list-objects-v2",
      bucket,
      ...(prefix === "" ? [] : [textOption("--prefix", prefix)]),
      textOption("--max-keys", "1"),
    ),
    "Contents[0].Key",
  );

/** Reads the first byte only, however large the object. */
export function getFirstByte(caller: Caller, bucket: string, key: CliValue): CliCommand {
  const command = s3api(
    caller,
    "get-object",
    bucket,
    { name: "--key", value: key },
    textOption("--range", "bytes=0-0"),
  );
  return { ...command, operands: [DOWNLOAD_FILE] };
}

/** Receives the byte. */
export const DOWNLOAD_FILE = "s3-handshake-verify.out";

/**
 * Writes an empty object, only where there is none: nobody's data can be overwritten.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const putEmptyObject = (caller: Caller, bucket: string, key: string): CliCommand =>
  s3api(caller, "put-object", bucket, textOption("--key", key), textOption("--if-none-match", "*"));

export const deleteObject = (caller: Caller, bucket: string, key: string): CliCommand =>
  s3api(caller, "delete-object", bucket, textOption("--key", key));

/**
 * A write that stores nothing even where it is allowed: S3 decides first whether the caller may
 * write, and then finds that the digest is not that of the (empty) body.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
 */
export const putNothing = (caller: Caller, bucket: string, key: string): CliCommand =>
  s3api(
    caller,
    "put-object",
    bucket,
    textOption("--key", key),
    textOption("--content-md5", WRONG_DIGEST),
  );

/** Sixteen zero bytes in Base64: well formed, and the MD5 of no text that anybody knows. */
const WRONG_DIGEST = "AAAAAAAAAAAAAAAAAAAAAA==";

/** What undo puts back; a bucket that has never had the setting says OwnershipControlsNotFoundError. */
export const getOwnershipControls = (caller: Caller, bucket: string): CliCommand =>
  answering(s3api(caller, "get-bucket-ownership-controls", bucket), "OwnershipControls", "json");

/** `{"Rules":[{"ObjectOwnership":"…"}]}` */
export const putOwnershipControls = (
  caller: Caller,
  bucket: string,
  controls: CliValue,
): CliCommand =>
  s3api(caller, "put-bucket-ownership-controls", bucket, {
    name: "--ownership-controls",
    value: controls,
  });

/** A bucket, or one object of it. */
export interface AclTarget {
  readonly bucket: string;
  /** Undefined for the bucket itself. */
  readonly key?: string;
}

function aclCall(
  caller: Caller,
  verb: string,
  { bucket, key }: AclTarget,
  ...options: readonly CliOption[]
): CliCommand {
  return key === undefined
    ? s3api(caller, `${verb}-bucket-acl`, bucket, ...options)
    : s3api(caller, `${verb}-object-acl`, bucket, textOption("--key", key), ...options);
}

/** As `--access-control-policy` takes it: who owns it, and the whole list. */
export const getAcl = (caller: Caller, target: AclTarget): CliCommand =>
  answering(aclCall(caller, "get", target), "{Owner: Owner, Grants: Grants}", "json");

/**
 * Replaces the whole list.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketAcl.html
 */
export const putAcl = (caller: Caller, target: AclTarget, list: CliValue): CliCommand =>
  aclCall(caller, "put", target, { name: "--access-control-policy", value: list });

/** The owner alone. */
export const putPrivateAcl = (caller: Caller, target: AclTarget): CliCommand =>
  aclCall(caller, "put", target, textOption("--acl", "private"));

/** An object of the caller's own account. */
export interface OwnObject {
  readonly account: string;
  readonly bucket: string;
  readonly key: string;
}

function ownObjectCall(
  caller: Caller,
  operation: string,
  { account, bucket, key }: OwnObject,
  ...options: readonly CliOption[]
): CliCommand {
  const all = [
    textOption("--bucket", bucket),
    textOption("--key", key),
    ...options,
    textOption("--expected-bucket-owner", account),
  ];
  return call(caller, "s3api", operation, all, caller.context.region);
}

/** Writes the whole object to `file`. */
export function getOwnObject(caller: Caller, object: OwnObject, file: string): CliCommand {
  const answer = answering(ownObjectCall(caller, "get-object", object), "ContentLength");
  return { ...answer, operands: [file] };
}

export const putOwnObject = (caller: Caller, object: OwnObject, body: CliValue): CliCommand =>
  ownObjectCall(
    caller,
    "put-object",
    object,
    { name: "--body", value: body },
    textOption("--content-type", "application/json"),
  );

export const deleteOwnObject = (caller: Caller, object: OwnObject): CliCommand =>
  ownObjectCall(caller, "delete-object", object);

/** Receives an object that is compared with ours. */
export const OBJECT_FILE = "s3-handshake-object.json";
