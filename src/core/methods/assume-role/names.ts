import { POLICY_NAME_MAX } from "#core/aws/policy-name.ts";
import type { Shared } from "#core/methods/define-method.ts";
import { createdRole } from "#core/parameters/created-role.ts";
import { assumePolicyName as defaultAssumePolicyName } from "#core/policy/policy-names.ts";
import { wordsOf } from "#core/policy/sid.ts";
import type { Settings } from "./parameters.ts";

/** ARN of the role in account A that account B assumes. */
export function sharedRoleArn({ agreement, settings }: Shared<Settings>): string {
  return createdRole(agreement, settings).arn;
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

/**
 * `AcmeShareReader` becomes `acme-share-reader`, as profiles are usually written. Never the profile that it gets its
 * credentials from: the CLI would look for them in a circle.
 */
export function profileName({ agreement, settings }: Shared<Settings>): string {
  const name = settings.roleName
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .toLowerCase();
  const { appProfile } = agreement.consumer;
  if (name === "" || name === "default") return appProfile === "s3-share" ? "s3-role" : "s3-share";
  return name === appProfile ? `${name}-role` : name;
}
