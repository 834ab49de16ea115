import type { AccountId } from "#core/aws/account-id.ts";
import { roleArn } from "#core/aws/arn.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import type { KeyArn } from "#core/aws/key-arn.ts";
import type { Prefix } from "#core/aws/prefix.ts";
import type { Principal } from "#core/aws/principal.ts";
import type { Partition, Region } from "#core/aws/region.ts";

/**
 * Stand in documents for values that are not known yet. AWS accepts an angle bracket in none of these places, so
 * a placeholder that got out by mistake is refused there instead of granting something.
 */
export const OWNER_ACCOUNT_PLACEHOLDER = "<ACCOUNT_A_ID>" as AccountId;
export const CONSUMER_ACCOUNT_PLACEHOLDER = "<ACCOUNT_B_ID>" as AccountId;
export const REGION_PLACEHOLDER = "<REGION>" as Region;
export const BUCKET_PLACEHOLDER = "<BUCKET_NAME>" as BucketName;
export const PREFIX_PLACEHOLDER = "<PREFIX>/" as Prefix;

export function keyPlaceholder(
  partition: Partition = "aws",
  region: Region = REGION_PLACEHOLDER,
  account: AccountId = OWNER_ACCOUNT_PLACEHOLDER,
): KeyArn {
  return `arn:${partition}:kms:${region}:${account}:key/<KEY_ID>` as KeyArn;
}

export function principalPlaceholder(
  partition: Partition = "aws",
  account: AccountId = CONSUMER_ACCOUNT_PLACEHOLDER,
): Principal {
  const at = { partition, account, path: "/", name: "<ROLE_NAME>" };
  return { kind: "role", arn: roleArn(at), ...at };
}

/** Whether text still holds one of the placeholders above, or one of a method's own in the same style. */
export function hasPlaceholder(text: string): boolean {
  return /<[A-Z][A-Z0-9_]*>/.test(text);
}
