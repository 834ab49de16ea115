import { userArn } from "#core/aws/arn.ts";
import { iamUserKeysPage } from "#core/aws/console-links.ts";
import { POLICY_NAME_MAX } from "#core/aws/policy-name.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { wordsOf } from "#core/policy/sid.ts";
import type { Settings } from "./parameters.ts";

/** ARN of the user, path included: without it neither the self-check nor a key policy finds the user. */
export function sharedUserArn({ agreement, settings }: Shared<Settings>): string {
  return userArn({
    partition: agreement.partition,
    account: agreement.owner.account,
    path: settings.userPath,
    name: settings.userName,
  });
}

export function userPolicyName({ settings }: Shared<Settings>): string {
  if (settings.policyName !== "") return settings.policyName;
  return `${wordsOf(settings.userName).slice(0, POLICY_NAME_MAX - 2)}S3`;
}

/**
 * Made by AWS for the service role of Amazon QuickSight.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSQuicksightAthenaAccess.html
 */
export function athenaPolicyArn({ agreement }: Shared<Settings>): string {
  return `arn:${agreement.partition}:iam::aws:policy/service-role/AWSQuicksightAthenaAccess`;
}

export function keysPage({ agreement, settings }: Shared<Settings>): string {
  const { partition, owner } = agreement;
  return iamUserKeysPage({ partition, region: owner.region }, settings.userName);
}

/** Profile in which the third party keeps the keys. */
export function keyProfile({ agreement }: Shared<Settings>): string {
  const { appProfile } = agreement.consumer;
  return appProfile === "" ? "default" : appProfile;
}
