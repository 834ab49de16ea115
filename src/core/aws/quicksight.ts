import { type Parsed, parsed, refused } from "#core/brand.ts";
import { splitArn } from "./arn.ts";
import { isPartition } from "./region.ts";

/** Roles with which Amazon QuickSight reads S3, by name; their path is part of the ARN. */
export const SERVICE_ROLE_PATH = "/service-role/";
export const SERVICE_ROLES = [
  "aws-quicksight-service-role-v0",
  "aws-quicksight-s3-consumers-role-v0",
] as const;

/**
 * A user or group of QuickSight, which owns what is created.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_ResourcePermission.html
 */
export function parseQuicksightUser(text: string): Parsed<string> {
  const arn = text.trim();
  if (arn === "")
    return refused("Enter the ARN of a QuickSight user; the command below lists them.");
  const parts = splitArn(arn);
  if (parts?.service === "iam") {
    return refused(
      "This is an IAM identity. A QuickSight user has an ARN of its own, arn:aws:quicksight:eu-west-1:444455556666:user/default/alice.",
    );
  }
  if (
    parts !== undefined &&
    isPartition(parts.partition) &&
    parts.service === "quicksight" &&
    /^[a-z0-9-]+$/.test(parts.region) &&
    /^\d{12}$/.test(parts.account) &&
    /^(?:user|group)\/[\w.-]+\/[\x21-\x7E]+$/.test(parts.resource)
  ) {
    return parsed(arn);
  }
  return refused(
    "This is not the ARN of a QuickSight user; one looks like arn:aws:quicksight:eu-west-1:444455556666:user/default/alice.",
  );
}

/** Of a data source or data set. @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSet.html */
export function parseQuicksightId(text: string): Parsed<string> {
  const id = text.trim();
  return /^[\w-]{1,64}$/.test(id)
    ? parsed(id)
    : refused("An id has 1 to 64 letters, digits, - and _. Enter one, for example acme-share.");
}

/**
 * Accepts the name that people see: 1 to 128 characters.
 * @see https://docs.aws.amazon.com/quicksight/latest/APIReference/API_CreateDataSource.html
 */
export function parseQuicksightName(text: string): Parsed<string> {
  const name = text.trim();
  if (name.length >= 1 && name.length <= 128) return parsed(name);
  return refused("A name has 1 to 128 characters. Enter one, for example Acme share.");
}

const COLUMN_NAME_MAX = 127;

/**
 * Accepts the name of a column: at most 127 characters.
 * @see https://docs.aws.amazon.com/quick/latest/userguide/data-source-limits.html
 */
export function parseColumnName(text: string): Parsed<string> {
  const name = text.trim();
  if (name === "") return refused("Enter the name of a column.");
  if (name.length <= COLUMN_NAME_MAX) return parsed(name);
  return refused(
    `The name has ${name.length} characters; a column's has at most ${COLUMN_NAME_MAX}. Shorten it.`,
  );
}

/** Where the manifest is kept: QuickSight takes only a name that ends so. */
export function parseManifestKey(text: string): Parsed<string> {
  const key = text.trim();
  if (!key.endsWith(".json")) {
    return refused("The manifest's key must end with .json, for example quicksight/manifest.json.");
  }
  if (/^s3:|^arn:/i.test(key)) return refused("Enter only the key, without the bucket.");
  return /^[\x20-\x7E]{1,1024}$/.test(key)
    ? parsed(key)
    : refused("Use a key of at most 1,024 plain letters, digits and signs.");
}
