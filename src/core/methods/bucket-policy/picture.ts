import type { Shared } from "#core/methods/define-method.ts";
import type { Picture } from "#core/methods/method.ts";
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

/** Every arrow needs both accounts: the policy on the resource and the one on the principal. */
export function picture(
  { agreement }: Shared<Settings>,
  documents: readonly SharingDocument[],
): Picture {
  const principals = principalNodes(agreement);
  const places = sharedPlaces(agreement);
  const uses = keyUses(agreement);
  const consumerIds = documents.filter(({ side }) => side === "consumer").map(({ id }) => id);
  const on = (isTarget: (attachment: SharingDocument["attachedTo"][number]) => boolean) => [
    ...documents.filter(({ attachedTo }) => attachedTo.some(isTarget)).map(({ id }) => id),
    ...consumerIds,
  ];
  return {
    nodes: [
      ...principals,
      ...bucketNodes(agreement),
      ...places.map(({ node }) => node),
      ...uses.map(keyNode),
    ],
    arrows: principals.flatMap((principal) => [
      ...places.map(({ node, bucket, verb }) => ({
        from: principal.id,
        to: node.id,
        verb,
        documents: on((target) => target.kind === "bucket" && target.bucket === bucket),
      })),
      ...uses.map((use) => ({
        from: principal.id,
        to: keyNode(use).id,
        verb: keyVerb(use),
        documents: on((target) => target.kind === "key" && target.keyArn === use.keyArn),
      })),
    ]),
  };
}
