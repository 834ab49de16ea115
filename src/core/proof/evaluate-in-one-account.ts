import { callerLimits, identityGrants } from "#core/proof/caller-limits.ts";
import type { ResourcePolicyType } from "#core/proof/decision.ts";
import type { Lack } from "#core/proof/missing.ts";
import { resourcePolicyType } from "#core/proof/request.ts";
import { type Grants, joined, type Situation } from "#core/proof/situation.ts";

/**
 * These resources admit nobody, their own account included, unless their policy does.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
const MUST_ADMIT: readonly ResourcePolicyType[] = ["trust policy", "key policy"];

/**
 * Caller and resource in one account: identity policy or resource policy suffices. A resource
 * policy that names the account only delegates to identity policies; one that names the role is
 * limited by boundary and session policy; one that names the user or session is not.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function evaluateInOneAccount(situation: Situation): Grants {
  const { request, resource } = situation;
  const limits = callerLimits(situation);
  const identity = identityGrants(situation, limits);
  const isNotAdmitted =
    resource.named === "none" && MUST_ADMIT.includes(resourcePolicyType(request.resourceArn));
  const byIdentity = identity.lacking.length === 0 && !isNotAdmitted;
  const byResource =
    resource.named === "direct" || (resource.named === "role" && limits.lacking.length === 0);
  if (byIdentity || byResource) {
    return {
      allowedBy: byIdentity ? joined(identity.allowedBy, resource.allowedBy) : resource.allowedBy,
      lacking: [],
    };
  }
  if (isNotAdmitted) return { allowedBy: [], lacking: resource.lacking };
  const lacksBoth = resource.named === "none" && limits.lacking.length === 0;
  return { allowedBy: [], lacking: lacksBoth ? [EITHER_POLICY] : identity.lacking };
}

const EITHER_POLICY: Lack = { kind: "either-policy" };
