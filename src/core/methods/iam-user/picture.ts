import type { Shared } from "#core/methods/define-method.ts";
import type { Picture, PictureNode } from "#core/methods/method.ts";
import { bucketNodes, keyNode, keyVerb, sharedPlaces } from "#core/plan/picture-parts.ts";
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
  const idsOf = (isMeant: (document: SharingDocument) => boolean) =>
    documents.filter(isMeant).map(({ id }) => id);
  const using = idsOf(({ kind }) => kind === "identity-policy");
  return {
    nodes: [
      thirdParty,
      user,
      ...bucketNodes(agreement),
      ...places.map(({ node }) => node),
      ...uses.map(keyNode),
    ],
    arrows: [
      { from: thirdParty.id, to: user.id, verb: "sign in", documents: using },
      ...places.map(({ node, verb }) => ({
        from: user.id,
        to: node.id,
        verb,
        documents: using,
      })),
      ...uses.map((use) => ({
        from: user.id,
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
