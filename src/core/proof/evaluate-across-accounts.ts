import { callerLimits, identityGrants } from "#core/proof/caller-limits.ts";
import type { Grants, Situation } from "#core/proof/situation.ts";

/**
 * Caller and resource in different accounts: both must allow, however the resource's policy names
 * the caller.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function evaluateAcrossAccounts(situation: Situation): Grants {
  const identity = identityGrants(situation, callerLimits(situation));
  const { resource } = situation;
  return {
    allowedBy: [...identity.allowedBy, ...resource.allowedBy],
    lacking: [...identity.lacking, ...resource.lacking],
  };
}
