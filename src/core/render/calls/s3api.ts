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
