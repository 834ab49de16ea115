import { callerLimits, identityGrants } from "#core/proof/caller-limits.ts";
import { type Grants, joined, type Situation } from "#core/proof/situation.ts";

/**
 * Caller and resource in different accounts: both must allow, however the resource's policy names
 * the caller.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function evaluateAcrossAccounts(situation: Situation): Grants {
  const identity = identityGrants(situation, callerLimits(situation));
  const { resource } = situation;
  return {
    allowedBy: joined(identity.allowedBy, resource.allowedBy),
    lacking: joined(identity.lacking, resource.lacking),
  };
}
