import { keyAccount, keyPartition, keyRegion } from "#core/aws/key-arn.ts";
import { partitionOf } from "#core/aws/region.ts";
import type { Agreement, BucketSettings } from "./agreement.ts";
import { bucketCell } from "./buckets.ts";
import { type Check, error, warning } from "./check.ts";
import type { Draft, Issue } from "./parameter.ts";

/**
 * The key lies in the partition, region and account of the buckets.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
 */
export const keysFit: Check = {
  needs: ["owner.account", "owner.region", "owner.buckets"],
  find: ({ agreement: { partition, owner }, draft, isValid }) =>
    owner.buckets.flatMap(({ bucket, region, encryption }) => {
      const at = bucketCell(draft, bucket, "keyArn");
      if (encryption.kind !== "sse-kms" || !isValid(at)) return [];
      const { keyArn } = encryption;
      if (isValid("owner.region") && keyPartition(keyArn) !== partition) {
        return [
          error(
            at,
            `The key is in partition ${keyPartition(keyArn)}, but ${owner.region} is in ${partition}. Correct one of the two.`,
          ),
        ];
      }
      if (isValid("owner.region") && keyRegion(keyArn) !== region) {
        return [
          error(
            at,
            `The key is in ${keyRegion(keyArn)}, but the bucket is in ${region}; S3 uses only keys of the bucket's region. Correct one of the two.`,
          ),
        ];
      }
      if (isValid("owner.account") && keyAccount(keyArn) !== owner.account) {
        return [
          error(
            at,
            `The key is in account ${keyAccount(keyArn)}, but account A is ${owner.account}; only a key of account A is supported. Enter the bucket's own key.`,
          ),
        ];
      }
      return [];
    }),
};

/** IAM cannot share across partitions, so no sharing has buckets of two. */
export const bucketsAreInPartition: Check = {
  needs: ["owner.region", "owner.buckets"],
  find: ({ agreement: { partition, owner }, draft, isValid }) =>
    owner.buckets.flatMap(({ bucket, region }) => {
      const at = bucketCell(draft, bucket, "region");
      return isValid("owner.region") && isValid(at) && partitionOf(region) !== partition
        ? [
            error(
              at,
              `${region} is in partition ${partitionOf(region)}, but ${owner.region} is in ${partition}. Share the two in agreements of their own.`,
            ),
          ]
        : [];
    }),
};

/**
 * A bucket policy's Allow covers only objects of the bucket owner.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export const ownObjectsOnly: Check = {
  needs: ["owner.buckets"],
  find: ({ agreement, draft }) =>
    agreement.owner.buckets
      .filter(({ ownership }) => ownership === "ObjectWriter")
      .map(({ bucket }) =>
        warning(
          bucketCell(draft, bucket, "ownership"),
          `With Object writer, objects that other accounts uploaded to ${bucket} stay invisible to account B. Switch to Bucket owner enforced if ACLs are not needed.`,
        ),
      ),
};

/**
 * For methods whose requests come from account B: nobody can edit the key policy of `aws/s3`, and it admits only
 * account A. A method that needs it calls it among its own checks.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
 */
export function refuseAwsManagedKey(agreement: Agreement, draft: Draft): readonly Issue[] {
  return agreement.owner.buckets
    .filter(({ encryption }: BucketSettings) => encryption.kind === "aws-managed-key")
    .map(({ bucket }) => ({
      ...error(
        bucketCell(draft, bucket, "encryption"),
        `${bucket} is encrypted with the AWS managed key aws/s3, which admits only account A. Encrypt it with a customer managed key, or share it through a role in account A.`,
      ),
      answers: "key=aws-s3",
    }));
}
