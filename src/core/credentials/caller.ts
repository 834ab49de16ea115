import { type AccountId, isAccountId } from "#core/aws/account-id.ts";
import { splitArn } from "#core/aws/arn.ts";
import { isPartition, type Partition } from "#core/aws/region.ts";
import { type Parsed, parsed, refused } from "#core/brand.ts";
import { lastingArnOf } from "#core/parameters/lasting-arn.ts";

/** Who the credentials belong to, as STS says. */
export interface Caller {
  readonly account: AccountId;
  readonly partition: Partition;
  /** Of the user, or of one session of a role. */
  readonly arn: string;
  /** What a policy would name; undefined for a caller that cannot be named so. */
  readonly principal: string | undefined;
  /** What to know about the principal, a sentence each. */
  readonly said: readonly string[];
}

/**
 * Reads the answer of GetCallerIdentity. A session becomes the role it is of, without the path that its ARN has lost;
 * the root user is not offered as a principal, because its ARN stands for the whole account.
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function callerOf(account: string, arn: string): Parsed<Caller> {
  const parts = splitArn(arn);
  if (
    parts === undefined ||
    !isAccountId(account) ||
    parts.account !== account ||
    !isPartition(parts.partition)
  ) {
    return refused(
      "The answer names no account of AWS. Something between this browser and AWS may have changed it; run aws sts get-caller-identity instead.",
    );
  }
  const found = { account, partition: parts.partition, arn };
  if (parts.resource === "root") {
    return parsed({
      ...found,
      principal: undefined,
      said: ["These are the root user's credentials. Use a role's or a user's instead."],
    });
  }
  const lasting = lastingArnOf(arn);
  return parsed({
    ...found,
    principal: lasting?.arn,
    said: lasting?.said ?? [
      "A policy of this sharing cannot name this caller. Enter the role or the user that it comes from.",
    ],
  });
}
