import { analyseAll, explicitDenies } from "#core/proof/analysis.ts";
import { parseCaller } from "#core/proof/caller.ts";
import { surroundingLimits } from "#core/proof/caller-limits.ts";
import { contextValues } from "#core/proof/context.ts";
import type { Decision } from "#core/proof/decision.ts";
import { evaluateAcrossAccounts } from "#core/proof/evaluate-across-accounts.ts";
import { evaluateInOneAccount } from "#core/proof/evaluate-in-one-account.ts";
import { evaluateWithoutAccount } from "#core/proof/evaluate-without-account.ts";
import { type CompiledPolicies, compilePolicies, type Policies } from "#core/proof/policies.ts";
import type { AccessRequest } from "#core/proof/request.ts";
import { resourceGrant } from "#core/proof/resource-grant.ts";
import type { Grants, Situation } from "#core/proof/situation.ts";

/**
 * Decides one request by AWS's documented logic: an explicit deny anywhere wins; otherwise the
 * caller's side, the resource's side and the policies around them must allow.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: AccessRequest, policies: Policies): Decision {
  return evaluateCompiled(request, compilePolicies(policies));
}

/** The same for policies that have been read once for many requests. */
export function evaluateCompiled(request: AccessRequest, policies: CompiledPolicies): Decision {
  const caller = parseCaller(request.principalArn);
  const analyses = analyseAll(policies, {
    caller,
    canonicalUserId: request.canonicalUserId,
    hasBoundary: policies.boundary !== undefined,
    lowerCaseAction: request.action.toLowerCase(),
    resourceArn: request.resourceArn,
    context: contextValues(request.context),
  });
  const denies = explicitDenies(analyses);
  if (denies.length > 0) return { decision: "explicitDeny", decidedBy: denies, missing: [] };
  const resource = resourceGrant(request, caller, analyses, policies);
  const situation: Situation = { request, caller, analyses, resource };
  const limits = surroundingLimits(situation);
  const grants = rulesFor(situation)(situation);
  const lacking = [...grants.missing, ...limits.missing];
  if (lacking.length > 0) return { decision: "implicitDeny", decidedBy: [], missing: lacking };
  const decidedBy = [...grants.allowedBy, ...limits.allowedBy];
  return { decision: "allowed", decidedBy, missing: [] };
}

function rulesFor({ caller, request }: Situation): (situation: Situation) => Grants {
  if (caller.account === "" || caller.kind === "federated") return evaluateWithoutAccount;
  return caller.account === request.resourceAccount ? evaluateInOneAccount : evaluateAcrossAccounts;
}
