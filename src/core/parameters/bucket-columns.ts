import { kmsKeysPage, s3BucketPage } from "#core/aws/console-links.ts";
import { REGIONS } from "#core/aws/region.ts";
import type { Column, Draft, Option } from "./parameter.ts";
import { cellText, rawRows } from "./raw.ts";
import { aboutBucket, consoleAt, firstBucket } from "./where.ts";

const ENCRYPTION_OPTIONS: readonly Option[] = [
  {
    value: "sse-s3",
    label: "SSE-S3",
    description: "Amazon S3 managed keys, the default since January 2023. Needs no further grant.",
  },
  {
    value: "sse-kms",
    label: "SSE-KMS, customer managed key",
    description: "A key of account A whose key policy can be edited. Its use is granted too.",
  },
  {
    value: "aws-managed-key",
    label: "SSE-KMS, AWS managed key (aws/s3)",
    description: "Its key policy cannot be edited, so it admits only identities of account A.",
  },
];

const OWNERSHIP_OPTIONS: readonly Option[] = [
  {
    value: "BucketOwnerEnforced",
    label: "Bucket owner enforced",
    description: "ACLs are disabled and account A owns every object: the default since April 2023.",
  },
  {
    value: "BucketOwnerPreferred",
    label: "Bucket owner preferred",
    description: "Account A owns objects that are uploaded with bucket-owner-full-control.",
  },
  {
    value: "ObjectWriter",
    label: "Object writer",
    description: "Whoever uploads an object owns it. Buckets without the setting behave like this.",
  },
];

const DEFAULT_KEY =
  "ServerSideEncryptionConfiguration.Rules[0].ApplyServerSideEncryptionByDefault.KMSMasterKeyID";

/** What is told about a bucket, field by field. */
export const BUCKET_COLUMNS: readonly Column[] = [
  {
    id: "bucket",
    label: "Bucket",
    help: "One of the buckets named by the locations.",
    example: "acme-share-data",
    control: { kind: "text", width: "wide" },
    default: "",
  },
  {
    id: "encryption",
    label: "Default encryption",
    help: "How the objects in the bucket are encrypted.",
    example: "SSE-S3",
    where: {
      command: (draft) => aboutBucket(draft, "get-bucket-encryption"),
      console: (draft) => ({
        label: "Bucket, tab Properties",
        url: s3BucketPage(consoleAt(draft), firstBucket(draft) ?? ""),
      }),
      note: "SSEAlgorithm AES256 is SSE-S3; aws:kms without a KMSMasterKeyID is the AWS managed key.",
    },
    control: { kind: "choice", options: ENCRYPTION_OPTIONS },
    default: "sse-s3",
  },
  {
    id: "keyArn",
    label: "KMS key ARN",
    help: "The key's own ARN, not an alias, in the region of the bucket.",
    example: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    where: {
      command: (draft) =>
        aboutBucket(draft, "get-bucket-encryption", ` --query "${DEFAULT_KEY}" --output text`),
      console: (draft) => ({ label: "Customer managed keys", url: kmsKeysPage(consoleAt(draft)) }),
      note: "If it prints an alias or only an ID, aws kms describe-key --key-id <what it printed> prints the ARN.",
    },
    control: { kind: "text", width: "wide" },
    default: "",
    appliesWhen: (row) => cellText(row, "encryption") === "sse-kms",
  },
  {
    id: "ownership",
    label: "Object Ownership",
    help: "Who owns objects that another account uploads.",
    example: "Bucket owner enforced",
    where: {
      command: (draft) => aboutBucket(draft, "get-bucket-ownership-controls"),
      note: "OwnershipControlsNotFoundError means Object writer.",
    },
    control: { kind: "choice", options: OWNERSHIP_OPTIONS },
    default: "BucketOwnerEnforced",
  },
  {
    id: "versioned",
    label: "Bucket Versioning",
    help: "Whether the bucket keeps older versions. Whoever may read can then read them too.",
    example: "on",
    where: { command: (draft) => aboutBucket(draft, "get-bucket-versioning") },
    control: { kind: "toggle" },
    default: false,
  },
  {
    id: "region",
    label: "Bucket region",
    help: "Only where it is not the AWS Region above.",
    example: "us-east-1",
    where: {
      command: (draft) =>
        aboutBucket(draft, "head-bucket", " --query BucketRegion --output text", "<BUCKET_NAME>"),
    },
    control: {
      kind: "text",
      width: "narrow",
      suggestions: REGIONS.map(({ code, name }) => ({
        value: code,
        label: code,
        description: name,
      })),
    },
    default: "",
    // One bucket alone is in the region that is asked for anyway.
    appliesWhen: (row, draft) => cellText(row, "region") !== "" || hasSeveralBuckets(draft),
  },
];

function hasSeveralBuckets(draft: Draft): boolean {
  const names = rawRows(draft, "owner.locations").map((row) => cellText(row, "bucket"));
  return new Set(names.filter((name) => name !== "")).size > 1;
}
