import type { AccountId } from "./account-id.ts";
import type { BucketName } from "./bucket-name.ts";
import { type Prefix, policyLiteral } from "./prefix.ts";
import { isPartition, type Partition } from "./region.ts";

/** Of an ARN that has one. */
export function arnRegion(arn: string): string {
  return arn.split(":")[3] ?? "";
}

/** ARN of the bucket itself: for ListBucket and the other bucket-level actions. */
export function bucketArn(partition: Partition, bucket: BucketName): string {
  return `arn:${partition}:s3:::${bucket}`;
}

/**
 * Matches every object below the prefix and none beside it: `…/reports/*`, never `…/reports*`, which would
 * match `reports-old/` as well. Special characters of the prefix are escaped for a policy.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function objectArn(partition: Partition, bucket: BucketName, prefix: Prefix): string {
  return `${bucketArn(partition, bucket)}/${policyLiteral(prefix)}*`;
}

interface IamName {
  readonly partition: Partition;
  readonly account: AccountId;
  /** Begins and ends with "/". */
  readonly path: string;
  readonly name: string;
}

/** ARNs of IAM have no region, and the path is part of them. @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function roleArn({ partition, account, path, name }: IamName): string {
  return `arn:${partition}:iam::${account}:role${path}${name}`;
}

/** As a role's. */
export function userArn({ partition, account, path, name }: IamName): string {
  return `arn:${partition}:iam::${account}:user${path}${name}`;
}

/** Of a managed policy of the account. */
export function policyArn({ partition, account, path, name }: IamName): string {
  return `arn:${partition}:iam::${account}:policy${path}${name}`;
}

/** The account as a principal: whomever of it the account's own admins allow. */
export function rootArn(partition: Partition, account: AccountId): string {
  return `arn:${partition}:iam::${account}:root`;
}

/**
 * S3 Access Grants has one instance in each region of an account, always of this name.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
export function accessGrantsInstanceArn(
  partition: Partition,
  region: string,
  account: AccountId,
): string {
  return `arn:${partition}:s3:${region}:${account}:access-grants/default`;
}

export interface InstanceParts {
  readonly partition: Partition;
  readonly region: string;
  readonly account: string;
}

/** Of an S3 Access Grants instance; undefined for any other text. */
export function instanceParts(arn: string): InstanceParts | undefined {
  const parts = splitArn(arn);
  if (parts === undefined || !isPartition(parts.partition)) return undefined;
  const { partition, region, account, service, resource } = parts;
  const isInstance = service === "s3" && /^[a-z0-9-]+$/.test(region) && /^\d{12}$/.test(account);
  return isInstance && resource === "access-grants/default"
    ? { partition, region, account }
    : undefined;
}

/** The six fields of an ARN as written, none of them checked. */
export interface ArnParts {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** Everything after the fifth colon; may hold colons. */
  readonly resource: string;
}

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function splitArn(text: string): ArnParts | undefined {
  const match = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/s.exec(text);
  if (match === null) return undefined;
  const [, partition = "", service = "", region = "", account = "", resource = ""] = match;
  return { partition, service, region, account, resource };
}
