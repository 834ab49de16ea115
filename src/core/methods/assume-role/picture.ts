import type { Shared } from "#core/methods/define-method.ts";
import type { Picture, PictureNode } from "#core/methods/method.ts";
import { insideArrows } from "#core/plan/picture-arrows.ts";
import { dataNodes, principalNodes, sharedPlaces } from "#core/plan/picture-parts.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import type { Settings } from "./parameters.ts";

/** Principals only become the role; everything else the role does, inside account A. */
export function picture(
  { agreement, settings }: Shared<Settings>,
  documents: readonly SharingDocument[],
): Picture {
  const role: PictureNode = {
    id: "role",
    side: "owner",
    kind: "role",
    label: `role ${settings.rolePath.slice(1)}${settings.roleName}`,
  };
  const principals = principalNodes(agreement);
  const places = sharedPlaces(agreement);
  const uses = keyUses(agreement);
  const idsOf = (isMeant: (document: SharingDocument) => boolean) =>
    documents.filter(isMeant).map(({ id }) => id);
  const assuming = idsOf(({ kind, side }) => kind === "trust-policy" || side === "consumer");
  return {
    nodes: [...principals, role, ...dataNodes(agreement, places, uses)],
    arrows: [
      ...principals.map(({ id }) => ({
        from: id,
        to: role.id,
        verb: "assume",
        documents: assuming,
      })),
      ...insideArrows(role, { places, uses }, documents),
    ],
  };
}
