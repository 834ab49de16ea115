import type { Analysis } from "#core/proof/analysis.ts";
import type { CallerPolicyType, Missing, StatementSource } from "#core/proof/decision.ts";
import { missing } from "#core/proof/missing.ts";
import type { Grants, Situation } from "#core/proof/situation.ts";

/**
 * What the caller's own policies grant: an identity policy must allow, and so must the permissions
 * boundary and the session policy where there are any. The root user needs no identity policy.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function identityGrants(situation: Situation): Grants {
  const { analyses, request } = situation;
  const limits = callerLimits(situation);
  if (request.caller.kind === "root") return limits;
  const { identity } = analyses;
  if (identity !== undefined && identity.allows.length > 0) {
    return { allowedBy: [...identity.allows, ...limits.allowedBy], missing: limits.missing };
  }
  const exists = identity !== undefined;
  const lacking = missing.callerPolicy(request, "identity policy", exists);
  return { allowedBy: [], missing: [lacking, ...limits.missing] };
}

/** Permissions boundary and session policy: they grant nothing, and what they leave out is denied. */
export function callerLimits(situation: Situation): Grants {
  const { boundary, session } = situation.analyses;
  return required(situation, [
    ["permissions boundary", boundary],
    ["session policy", session],
  ]);
}

/**
 * Policies around the account: every level of SCPs, and the VPC endpoint the call goes through.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function surroundingLimits(situation: Situation): Grants {
  const { serviceControl, vpcEndpoint } = situation.analyses;
  return required(situation, [
    ...serviceControl.map((level) => ["service control policy", level] as const),
    ["VPC endpoint policy", vpcEndpoint],
  ]);
}

function required(
  { request }: Situation,
  policies: readonly (readonly [CallerPolicyType, Analysis | undefined])[],
): Grants {
  const allowedBy: StatementSource[] = [];
  const lacking: Missing[] = [];
  for (const [policyType, analysis] of policies) {
    if (analysis === undefined) continue;
    if (analysis.allows.length > 0) allowedBy.push(...analysis.allows);
    else lacking.push(missing.callerPolicy(request, policyType));
  }
  return { allowedBy, missing: lacking };
}
