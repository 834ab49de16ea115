import type { Shared } from "#core/methods/define-method.ts";
import type { Picture, PictureNode } from "#core/methods/method.ts";
import {
  bucketNodes,
  keyNode,
  keyVerb,
  principalNodes,
  sharedPlaces,
} from "#core/plan/picture-parts.ts";
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
  const using = idsOf(({ kind, side }) => kind === "identity-policy" && side === "owner");
  return {
    nodes: [
      ...principals,
      role,
      ...bucketNodes(agreement),
      ...places.map(({ node }) => node),
      ...uses.map(keyNode),
    ],
    arrows: [
      ...principals.map(({ id }) => ({
        from: id,
        to: role.id,
        verb: "assume",
        documents: assuming,
      })),
      ...places.map(({ node, verb }) => ({
        from: role.id,
        to: node.id,
        verb,
        documents: using,
      })),
      ...uses.map((use) => ({
        from: role.id,
        to: keyNode(use).id,
        verb: keyVerb(use),
        documents: [
          ...using,
          ...idsOf(({ attachedTo }) =>
            attachedTo.some((target) => target.kind === "key" && target.keyArn === use.keyArn),
          ),
        ],
      })),
    ],
  };
}
