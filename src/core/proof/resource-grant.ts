import type { Analyses } from "#core/proof/analysis.ts";
import type { Caller } from "#core/proof/caller.ts";
import type { Missing, StatementSource } from "#core/proof/decision.ts";
import { missing } from "#core/proof/missing.ts";
import type { CompiledPolicies } from "#core/proof/policies.ts";
import type { PrincipalMatch } from "#core/proof/policy/principal.ts";
import { isPublicBucketPolicy } from "#core/proof/public-policy.ts";
import type { AccessRequest } from "#core/proof/request.ts";
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
  request: AccessRequest,
  caller: Caller,
  analyses: Analyses,
  policies: CompiledPolicies,
): ResourceGrant {
  const { s3 } = policies;
  const refused = (...reasons: readonly Missing[]): ResourceGrant => ({
    named: "none",
    allowedBy: [],
    missing: reasons,
  });
  if (aclAllows(s3, request, caller.account))
    return { named: "account", allowedBy: [], missing: [] };
  const { resource } = analyses;
  if (resource === undefined || resource.named === "none") {
    return refused(missing.resourcePolicy(request, resource !== undefined));
  }
  if (isForeignObject(s3, request)) return refused(missing.foreignObject(request));
  const isOutside = caller.kind !== "service" && caller.account !== request.resourceAccount;
  if (s3?.restrictPublicBuckets && isOutside && isPublicBucketPolicy(policies.resource ?? [])) {
    return refused(missing.publicPolicy(request));
  }
  return { named: resource.named, allowedBy: resource.allows, missing: [] };
}
