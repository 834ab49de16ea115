import type { Caller } from "#core/render/calls/caller.ts";
import * as iam from "#core/render/calls/iam.ts";
import * as kms from "#core/render/calls/kms.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import type { CliValue } from "#core/render/command-line.ts";
import { changing, looking, type ScriptCommand, VARIABLES } from "./script-action.ts";

/** The file that the library hands to `put` and `update`. */
export const NEW_FILE: CliValue = { kind: "file-variable", variable: VARIABLES.file };

export const NEW_PATH: CliValue = { kind: "path-variable", variable: VARIABLES.file };

/**
 * The code with which S3 says that a bucket has no policy.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
export const NO_BUCKET_POLICY = "NoSuchBucketPolicy";
/** A key always has a policy. */
export const NEVER_NONE = "";

export function bucketPolicyCommands(admin: Caller, bucket: string): readonly ScriptCommand[] {
  return [
    looking(s3api.getBucketPolicy(admin, bucket)),
    changing("put", s3api.putBucketPolicy(admin, bucket, NEW_FILE)),
  ];
}

export function keyPolicyCommands(admin: Caller, key: kms.Key): readonly ScriptCommand[] {
  return [
    looking(kms.getKeyPolicy(admin, key)),
    changing("put", kms.putKeyPolicy(admin, key, NEW_FILE)),
  ];
}

export function managedPolicyLooks(admin: Caller, policyArn: string): readonly ScriptCommand[] {
  const version: CliValue = { kind: "variable", variable: VARIABLES.version };
  return [
    { name: "version", command: iam.getPolicyVersionId(admin, policyArn), mode: "asks" },
    looking(iam.getPolicyVersion(admin, policyArn, version)),
  ];
}
