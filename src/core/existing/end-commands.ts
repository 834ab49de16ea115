import type { Partition } from "#core/aws/region.ts";
import type { Remaining } from "#core/policy/merge/take-out.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as iam from "#core/render/calls/iam.ts";
import * as kms from "#core/render/calls/kms.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import * as s3control from "#core/render/calls/s3control.ts";
import { answering, type CliCommand, type CliValue } from "#core/render/command-line.ts";

/** What a policy stands on, as far as a command must know it. */
export interface EndedPlace {
  readonly kind: string;
  /** Bucket, key ARN, ARN of an S3 Access Grants instance or role name. */
  readonly name: string;
  /** Account that owns it. */
  readonly account: string;
  readonly partition: Partition;
  /** "" where the command does not need it. */
  readonly region: string;
}

export interface EndCommands {
  /** Prints what is there now. */
  readonly look: CliCommand;
  readonly end: CliCommand;
  readonly undo: CliCommand;
}

/** Files that the commands read, in the folder in which they are run. */
export const NEW_POLICY_FILE = "policy.new.json";
export const OLD_POLICY_FILE = "policy.before.json";

/**
 * Puts the remaining policy in place, or deletes it with its last statement; and puts the one from
 * before back. A key always has a policy and a role always has a trust policy: these stay.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_DeleteAccessGrantsInstanceResourcePolicy.html
 */
export function endCommands(place: EndedPlace, remaining: Remaining): EndCommands | undefined {
  const { name, region } = place;
  const admin = callerOf(place);
  const put = (path: string): CliCommand | undefined => {
    const file: CliValue = { kind: "file", path };
    if (place.kind === "bucket-policy") return s3api.putBucketPolicy(admin, name, file);
    if (place.kind === "key-policy") return kms.putKeyPolicy(admin, { keyArn: name, region }, file);
    if (place.kind === "instance-policy")
      return s3control.putInstancePolicy(admin, { region }, file);
    return place.kind === "trust-policy" ? iam.updateTrust(admin, name, file) : undefined;
  };
  const undo = put(OLD_POLICY_FILE);
  const end = remaining !== undefined ? put(NEW_POLICY_FILE) : removing(place, admin);
  const look = looking(place, admin);
  if (look === undefined || end === undefined || undo === undefined) return undefined;
  return { look, end, undo };
}

function removing({ kind, name, region }: EndedPlace, admin: Caller): CliCommand | undefined {
  if (kind === "bucket-policy") return s3api.deleteBucketPolicy(admin, name);
  return kind === "instance-policy" ? s3control.deleteInstancePolicy(admin, { region }) : undefined;
}

function looking({ kind, name, region }: EndedPlace, admin: Caller): CliCommand | undefined {
  switch (kind) {
    case "bucket-policy":
      return s3api.getBucketPolicy(admin, name);
    case "key-policy":
      return kms.getKeyPolicy(admin, { keyArn: name, region });
    case "instance-policy":
      return s3control.getInstancePolicy(admin, { region });
    case "trust-policy":
      return answering(iam.getRole(admin, name), "Role.AssumeRolePolicyDocument", "json");
    default:
      return undefined;
  }
}

/** An admin with the default credentials, of whom no sharing is known. */
export function callerOf({
  account,
  partition,
  region,
}: Pick<EndedPlace, "account" | "partition" | "region">): Caller {
  return {
    profile: "",
    context: {
      partition,
      region,
      bucketRegions: new Map(),
      accounts: { owner: account, consumer: "" },
      profiles: { owner: "", consumer: "" },
      appProfile: "",
      probeProfile: "",
      fileNames: new Map(),
      merged: new Set(),
      reviewed: new Map(),
      operations: [],
    },
  };
}
