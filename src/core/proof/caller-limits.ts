import type { Analysis } from "#core/proof/analysis.ts";
import type { CallerPolicyType, StatementSource } from "#core/proof/decision.ts";
import type { Lack } from "#core/proof/missing.ts";
import { type Grants, NOTHING_ASKED, type Situation } from "#core/proof/situation.ts";

/**
 * What the caller's own policies grant: an identity policy must allow, and so must the permissions
 * boundary and the session policy where there are any. The root user needs no identity policy.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function identityGrants({ analyses, request }: Situation, limits: Grants): Grants {
  if (request.caller.kind === "root") return limits;
  const { identity } = analyses;
  if (identity === undefined || identity.allows.length === 0) {
    const lack: Lack = {
      kind: identity === undefined ? "no-caller-policy" : "caller-policy",
      policyType: "identity policy",
    };
    return { allowedBy: [], lacking: [lack, ...limits.lacking] };
  }
  if (limits === NOTHING_ASKED) return { allowedBy: identity.allows, lacking: [] };
  return { allowedBy: [...identity.allows, ...limits.allowedBy], lacking: limits.lacking };
}

/** Permissions boundary and session policy: they grant nothing, and what they leave out is denied. */
export function callerLimits({ analyses: { boundary, session } }: Situation): Grants {
  if (boundary === undefined && session === undefined) return NOTHING_ASKED;
  return required([
    ["permissions boundary", boundary],
    ["session policy", session],
  ]);
}

/**
 * Policies around the account: every level of SCPs, and the VPC endpoint the call goes through.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function surroundingLimits({ analyses }: Situation): Grants {
  const { serviceControl, vpcEndpoint } = analyses;
  if (serviceControl.length === 0 && vpcEndpoint === undefined) return NOTHING_ASKED;
  return required([
    ...serviceControl.map((level) => ["service control policy", level] as const),
    ["VPC endpoint policy", vpcEndpoint],
  ]);
}

function required(
  policies: readonly (readonly [CallerPolicyType, Analysis | undefined])[],
): Grants {
  const allowedBy: StatementSource[] = [];
  const lacking: Lack[] = [];
  for (const [policyType, analysis] of policies) {
    if (analysis === undefined) continue;
    if (analysis.allows.length > 0) allowedBy.push(...analysis.allows);
    else lacking.push({ kind: "caller-policy", policyType });
  }
  return { allowedBy, lacking };
}
