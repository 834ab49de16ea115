import { bucketArn } from "#core/aws/arn.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import { isPartition, type Partition } from "#core/aws/region.ts";
import { type PastedPolicy, pastedPolicy } from "#core/policy/intake/pasted-policy.ts";
import { notUnderstood, type Outcome, understood } from "#core/policy/intake/reading.ts";

/** A policy of which only the text is known. */
export interface AnyPolicy extends PastedPolicy {
  readonly kind: "bucket-policy" | "key-policy" | "trust-policy";
  /** Read from its resources; "" for a policy that does not name what it stands on. */
  readonly bucket: string;
  readonly partition: Partition;
  readonly resourceArn: string;
}

const KINDS = ["bucket-policy", "key-policy", "trust-policy"] as const;

/** Reads a paste as whichever of the policies it is: its actions tell. */
export function anyPolicy(pasted: string): Outcome<AnyPolicy> {
  const reads = KINDS.map((kind) => ({ kind, read: pastedPolicy(pasted, { kind }) }));
  const found = reads.find(({ read }) => read.ok);
  const [first] = reads;
  if (found?.read.ok !== true) {
    return first !== undefined && !first.read.ok ? first.read : notUnderstood("");
  }
  const { kind, read } = found;
  const [, named = "aws", bucket = ""] =
    kind === "bucket-policy"
      ? (/"arn:([a-z-]+):s3:::([^/*?"$]+)[/"]/.exec(read.value.text) ?? [])
      : (/"arn:([a-z-]+):()/.exec(read.value.text) ?? []);
  const partition = isPartition(named) ? named : "aws";
  const resourceArn =
    kind === "bucket-policy"
      ? bucketArn(partition, bucket as BucketName)
      : kind === "key-policy"
        ? `arn:${partition}:kms:::key/this`
        : `arn:${partition}:iam:::role/this`;
  return understood({ ...read.value, kind, bucket, partition, resourceArn });
}
