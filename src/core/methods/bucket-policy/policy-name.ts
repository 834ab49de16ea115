import type { Shared } from "#core/methods/define-method.ts";
import { bucketPolicyName } from "#core/policy/policy-names.ts";
import type { Settings } from "./parameters.ts";

/** Name of account B's policy: as chosen, or from the first bucket's name. */
export function policyNameOf({ agreement, settings }: Shared<Settings>): string {
  if (settings.policyName !== "") return settings.policyName;
  const [first] = agreement.owner.buckets;
  return bucketPolicyName(first?.bucket ?? "S3");
}
