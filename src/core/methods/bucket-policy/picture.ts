import type { Shared } from "#core/methods/define-method.ts";
import type { Picture } from "#core/methods/method.ts";
import { acrossArrows } from "#core/plan/picture-arrows.ts";
import { dataNodes, principalNodes, sharedPlaces } from "#core/plan/picture-parts.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import type { Settings } from "./parameters.ts";

/** Every arrow needs both accounts: the policy on the resource and the one on the principal. */
export function picture(
  { agreement }: Shared<Settings>,
  documents: readonly SharingDocument[],
): Picture {
  const principals = principalNodes(agreement);
  const places = sharedPlaces(agreement);
  const uses = keyUses(agreement);
  return {
    nodes: [...principals, ...dataNodes(agreement, places, uses)],
    arrows: acrossArrows(principals, { places, uses }, documents),
  };
}
