import type { Condition } from "#core/proof/condition/condition.ts";
import { parseIpRange } from "#core/proof/condition/ip-range.ts";
import type { CompiledStatement } from "#core/proof/policy/statement.ts";

/** Keys that, pinned to fixed values, make a grant to everyone non-public. */
const PINNING_KEYS: ReadonlySet<string> = new Set([
  "aws:principalarn",
  "aws:principalaccount",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:sourcearn",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:sourceaccount",
  "aws:sourceowner",
  "aws:userid",
  "s3:x-amz-server-side-encryption-aws-kms-key-id",
  "s3:dataaccesspointaccount",
]);
const PINNING_OPERATORS: ReadonlySet<string> = new Set([
  "StringEquals",
  "StringEqualsIgnoreCase",
  "StringLike",
  "ArnEquals",
  "ArnLike",
  "ForAnyValue:StringEquals",
  "ForAnyValue:StringLike",
]);
const BROADEST_IPV4 = 8;
const BROADEST_IPV6 = 32;

/**
 * AWS's meaning of a public bucket policy: some Allow reaches everyone and no condition pins it to
 * fixed principals, networks or sources.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function isPublicBucketPolicy(statements: readonly CompiledStatement[]): boolean {
  return statements.some(isPublicStatement);
}

export function isPublicStatement({ source, principal, conditions }: CompiledStatement): boolean {
  if (source.effect !== "Allow" || principal === undefined) return false;
  return (principal.negated || principal.set.everyone) && !conditions.some(isPinning);
}

function isPinning({ operator, key, values }: Condition): boolean {
  if (values.length === 0) return false;
  const lowerCaseKey = key.toLowerCase();
  if (lowerCaseKey === "aws:sourceip") return operator === "IpAddress" && values.every(isNarrow);
  if (!PINNING_OPERATORS.has(operator)) return false;
  // An access point's name may be a wildcard; its account may not.
  if (lowerCaseKey === "s3:dataaccesspointarn") return values.every(namesFixedAccount);
  return PINNING_KEYS.has(lowerCaseKey) && values.every((value) => !/[*?]|\$\{/.test(value));
}

function namesFixedAccount(arn: string): boolean {
  return /^\d{12}$/.test(arn.split(":", 5)[4] ?? "");
}

function isNarrow(range: string): boolean {
  const parsedRange = parseIpRange(range);
  if (parsedRange === undefined) return false;
  const broadest = parsedRange.bits.length === 32 ? BROADEST_IPV4 : BROADEST_IPV6;
  return parsedRange.prefixLength >= broadest;
}
