import type { Analyses } from "#core/proof/analysis.ts";
import type { Missing, StatementSource } from "#core/proof/decision.ts";
import { missing } from "#core/proof/missing.ts";
import type { CompiledPolicies } from "#core/proof/policies.ts";
import type { PrincipalMatch } from "#core/proof/policy/principal.ts";
import type { PreparedRequest } from "#core/proof/request.ts";
import { aclAllows, isForeignObject } from "#core/proof/s3-state.ts";

/** What the resource's side says. */
export interface ResourceGrant {
  /** How it names the caller; `none` when it grants nothing. */
  readonly named: PrincipalMatch;
  readonly allowedBy: readonly StatementSource[];
  /** Why it grants nothing; empty when it grants. */
  readonly missing: readonly Missing[];
}

/**
 * Combines resource policy, ACL, object ownership and RestrictPublicBuckets.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
export function resourceGrant(
  request: PreparedRequest,
  analyses: Analyses,
  policies: CompiledPolicies,
): ResourceGrant {
  const { caller } = request;
  const { s3 } = policies;
  const refused = (...reasons: readonly Missing[]): ResourceGrant => ({
    named: "none",
    allowedBy: [],
    missing: reasons,
  });
  if (aclAllows(s3, request)) return { named: "account", allowedBy: [], missing: [] };
  const { resource } = analyses;
  if (resource === undefined || resource.named === "none") {
    return refused(missing.resourcePolicy(request, resource !== undefined));
  }
  if (isForeignObject(s3, request)) return refused(missing.foreignObject(request));
  const isOutside = caller.kind !== "service" && caller.account !== request.resourceAccount;
  if (policies.shutsOutOtherAccounts && isOutside) {
    return refused(missing.publicPolicy(request));
  }
  return { named: resource.named, allowedBy: resource.allows, missing: [] };
}
