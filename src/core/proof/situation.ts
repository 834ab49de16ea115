import type { Analyses } from "#core/proof/analysis.ts";
import type { StatementSource } from "#core/proof/decision.ts";
import type { Lack } from "#core/proof/missing.ts";
import type { PreparedRequest } from "#core/proof/request.ts";
import type { ResourceGrant } from "#core/proof/resource-grant.ts";

/** Everything that the rules for one request look at. */
export interface Situation {
  readonly request: PreparedRequest;
  readonly analyses: Analyses;
  /** What the resource's side grants, ACL and Block Public Access included. */
  readonly resource: ResourceGrant;
}

/** Outcome of the rules: who allowed, or what would have to be there. Nothing lacking is allowed. */
export interface Grants {
  readonly allowedBy: readonly StatementSource[];
  readonly lacking: readonly Lack[];
}

export const NOTHING_ASKED: Grants = { allowedBy: [], lacking: [] };

/** Both lists; most of them are empty, and none is copied without need. */
export function joined<Item>(one: readonly Item[], other: readonly Item[]): readonly Item[] {
  if (other.length === 0) return one;
  return one.length === 0 ? other : [...one, ...other];
}
