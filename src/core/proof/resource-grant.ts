import type { Analyses } from "#core/proof/analysis.ts";
import type { StatementSource } from "#core/proof/decision.ts";
import type { Lack } from "#core/proof/missing.ts";
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
  readonly lacking: readonly Lack[];
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
  const { s3 } = policies;
  if (aclAllows(s3, request)) return { named: "account", allowedBy: [], lacking: [] };
  const { resource } = analyses;
  if (resource === undefined) return refused("no-resource-policy");
  if (resource.named === "none") return refused("resource-policy");
  if (isForeignObject(s3, request)) return refused("foreign-object");
  const { caller, resourceAccount } = request;
  const isOutside = caller.kind !== "service" && caller.account !== resourceAccount;
  if (policies.shutsOutOtherAccounts && isOutside) return refused("public-policy");
  return { named: resource.named, allowedBy: resource.allows, lacking: [] };
}

type Reason = Exclude<Lack["kind"], "caller-policy" | "no-caller-policy">;

function refused(kind: Reason): ResourceGrant {
  return { named: "none", allowedBy: [], lacking: [{ kind }] };
}
