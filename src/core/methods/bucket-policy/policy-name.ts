import type { Shared } from "#core/methods/define-method.ts";
import { wordsOf } from "#core/policy/sid.ts";
import type { Settings } from "./parameters.ts";

const POLICY_NAME_MAX = 128;

/** Name of account B's policy: as chosen, or from the first bucket's name. */
export function policyNameOf({ agreement, settings }: Shared<Settings>): string {
  if (settings.policyName !== "") return settings.policyName;
  const [first] = agreement.owner.buckets;
  return `Xacct${wordsOf(first?.bucket ?? "S3")}`.slice(0, POLICY_NAME_MAX);
}
