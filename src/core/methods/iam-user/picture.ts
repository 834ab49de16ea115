import type { Shared } from "#core/methods/define-method.ts";
import type { Picture, PictureNode } from "#core/methods/method.ts";
import { insideArrows } from "#core/plan/picture-arrows.ts";
import { dataNodes, sharedPlaces } from "#core/plan/picture-parts.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { keyUses } from "#core/policy/key-grants.ts";
import type { Settings } from "./parameters.ts";

/** The third party only holds keys; everything is done by the user, inside account A. */
export function picture(
  { agreement, settings }: Shared<Settings>,
  documents: readonly SharingDocument[],
): Picture {
  const thirdParty: PictureNode = {
    id: "third-party",
    side: "consumer",
    kind: "principal",
    label: "third party with access keys",
  };
  const user: PictureNode = {
    id: "user",
    side: "owner",
    kind: "user",
    label: `user ${settings.userPath.slice(1)}${settings.userName}`,
  };
  const places = sharedPlaces(agreement);
  const uses = keyUses(agreement);
  const using = documents.filter(({ kind }) => kind === "identity-policy").map(({ id }) => id);
  return {
    nodes: [thirdParty, user, ...dataNodes(agreement, places, uses)],
    arrows: [
      { from: thirdParty.id, to: user.id, verb: "sign in", documents: using },
      ...insideArrows(user, { places, uses }, documents),
    ],
  };
}
