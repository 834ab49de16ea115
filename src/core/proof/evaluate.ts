import { analyseAll, explicitDenies } from "#core/proof/analysis.ts";
import { surroundingLimits } from "#core/proof/caller-limits.ts";
import type { Decision, StatementSource, Verdict } from "#core/proof/decision.ts";
import { evaluateAcrossAccounts } from "#core/proof/evaluate-across-accounts.ts";
import { evaluateInOneAccount } from "#core/proof/evaluate-in-one-account.ts";
import { evaluateWithoutAccount } from "#core/proof/evaluate-without-account.ts";
import { type Lack, missingOf, type Wording } from "#core/proof/missing.ts";
import { type CompiledPolicies, compilePolicies, type Policies } from "#core/proof/policies.ts";
import { type AccessRequest, type PreparedRequest, prepareRequest } from "#core/proof/request.ts";
import { resourceGrant } from "#core/proof/resource-grant.ts";
import { type Grants, joined, type Situation } from "#core/proof/situation.ts";

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
  const prepared = prepareRequest(request);
  return explained(evaluatePrepared(prepared, policies));
}

/** A decision whose reasons have not been put into sentences: most are never looked at. */
export interface Outcome {
  readonly request: Wording;
  readonly decision: Verdict;
  readonly decidedBy: readonly StatementSource[];
  readonly lacking: readonly Lack[];
}

export function explained({ request, decision, decidedBy, lacking }: Outcome): Decision {
  return { decision, decidedBy, missing: lacking.map((lack) => missingOf(request, lack)) };
}

/** The same for a request that has been read as well. */
export function evaluatePrepared(request: PreparedRequest, policies: CompiledPolicies): Outcome {
  const analyses = analyseAll(policies, request);
  const denies = explicitDenies(analyses);
  if (denies.length > 0) {
    return { request, decision: "explicitDeny", decidedBy: denies, lacking: [] };
  }
  const resource = resourceGrant(request, analyses, policies);
  const situation: Situation = { request, analyses, resource };
  const limits = surroundingLimits(situation);
  const grants = rulesFor(request)(situation);
  const lacking = joined(grants.lacking, limits.lacking);
  if (lacking.length > 0) return { request, decision: "implicitDeny", decidedBy: [], lacking };
  const decidedBy = joined(grants.allowedBy, limits.allowedBy);
  return { request, decision: "allowed", decidedBy, lacking };
}

function rulesFor({ caller, resourceAccount }: PreparedRequest): (situation: Situation) => Grants {
  if (caller.account === "" || caller.kind === "federated") return evaluateWithoutAccount;
  return caller.account === resourceAccount ? evaluateInOneAccount : evaluateAcrossAccounts;
}
