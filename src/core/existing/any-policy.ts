import { bucketArn } from "#core/aws/arn.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import { isPartition, type Partition } from "#core/aws/region.ts";
import { type PastedPolicy, pastedPolicy } from "#core/policy/intake/pasted-policy.ts";
import { notUnderstood, type Outcome, understood } from "#core/policy/intake/reading.ts";

/** A policy of which only the text is known. */
export interface AnyPolicy extends PastedPolicy {
  readonly kind: (typeof KINDS)[number];
  /** Read from its resources; "" for a policy that does not name what it stands on. */
  readonly bucket: string;
  readonly partition: Partition;
  /** "" for an S3 Access Grants instance that its policy does not name. */
  readonly resourceArn: string;
}

const KINDS = ["bucket-policy", "instance-policy", "key-policy", "trust-policy"] as const;

/** What no bucket policy can say, though both are policies of S3. */
const OF_INSTANCES = /s3:(?:GetDataAccess|ListCallerAccessGrants|\w*AccessGrants)/i;

/**
 * Reads a paste as whichever of the policies it is: its actions tell.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function anyPolicy(pasted: string): Outcome<AnyPolicy> {
  const kinds = OF_INSTANCES.test(pasted) ? (["instance-policy"] as const) : KINDS;
  const reads = kinds.map((kind) => ({ kind, read: pastedPolicy(pasted, { kind }) }));
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
    kind === "instance-policy"
      ? (/"(arn:[a-z-]+:s3:[a-z0-9-]+:\d{12}:access-grants\/default)["/]/.exec(
          read.value.text,
        )?.[1] ?? "")
      : kind === "bucket-policy"
        ? bucketArn(partition, bucket as BucketName)
        : kind === "key-policy"
          ? `arn:${partition}:kms:::key/this`
          : `arn:${partition}:iam:::role/this`;
  return understood({ ...read.value, kind, bucket, partition, resourceArn });
}
