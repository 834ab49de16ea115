import { roleArn } from "#core/aws/arn.ts";
import { ROLE_MAX_SESSION_MIN_SECONDS } from "#core/aws/limits.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { assumePolicyName as defaultAssumePolicyName } from "#core/policy/policy-names.ts";
import { wordsOf } from "#core/policy/sid.ts";
import type { Settings } from "./parameters.ts";

const POLICY_NAME_MAX = 128;

/** ARN of the role in account A, path included: without it AssumeRole finds nothing. */
export function sharedRoleArn({ agreement, settings }: Shared<Settings>): string {
  return roleArn({
    partition: agreement.partition,
    account: agreement.owner.account,
    path: settings.rolePath,
    name: settings.roleName,
  });
}

export function rolePolicyName({ agreement, settings }: Shared<Settings>): string {
  if (settings.policyName !== "") return settings.policyName;
  const [first] = agreement.owner.buckets;
  return wordsOf(first?.bucket ?? "S3Share").slice(0, POLICY_NAME_MAX);
}

export function assumePolicyName({ settings }: Shared<Settings>): string {
  if (settings.assumePolicyName !== "") return settings.assumePolicyName;
  return defaultAssumePolicyName(settings.roleName);
}

/** `AcmeShareReader` becomes `acme-share-reader`, as profiles are usually written. */
export function profileName({ settings }: Shared<Settings>): string {
  const name = settings.roleName
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  return name === "" ? "s3-share" : name;
}

/** A role's own maximum cannot be below one hour, however short its sessions are meant to be. */
export function maxSessionSeconds({ settings }: Shared<Settings>): number {
  return Math.max(settings.sessionSeconds, ROLE_MAX_SESSION_MIN_SECONDS);
}
