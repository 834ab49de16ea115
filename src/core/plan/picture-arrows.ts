import type { PictureArrow, PictureNode } from "#core/methods/method.ts";
import type { Attachment, SharingDocument } from "#core/policy/document.ts";
import type { KeyUse } from "#core/policy/key-grants.ts";
import { keyNode, keyVerb, type SharedPlace } from "./picture-parts.ts";

/** What is shared, as a picture draws it. */
interface SharedData {
  readonly places: readonly SharedPlace[];
  readonly uses: readonly KeyUse[];
}

type Documents = readonly SharingDocument[];

/** An identity of account A: its own policies let it, and where a key's policy names it that one too. */
export function insideArrows(
  identity: PictureNode,
  { places, uses }: SharedData,
  documents: Documents,
): readonly PictureArrow[] {
  const own = identityPolicies(documents, "owner");
  return [
    ...places.map(({ node, verb }) => ({
      from: identity.id,
      to: node.id,
      verb,
      documents: own,
    })),
    ...uses.map((use) => ({
      from: identity.id,
      to: keyNode(use).id,
      verb: keyVerb(use),
      documents: [...own, ...documentsOn(documents, isKey(use))],
    })),
  ];
}

/** Principals of account B: what is on the bucket, object or key lets them, and their own policies as well. */
export function acrossArrows(
  principals: readonly PictureNode[],
  { places, uses }: SharedData,
  documents: Documents,
): readonly PictureArrow[] {
  const own = identityPolicies(documents, "consumer");
  const both = (isTarget: (on: Attachment) => boolean) => [
    ...documentsOn(documents, isTarget),
    ...own,
  ];
  return principals.flatMap((principal) => [
    ...places.map(({ node, bucket, verb }) => ({
      from: principal.id,
      to: node.id,
      verb,
      documents: both(
        (on) =>
          (on.kind === "bucket" || (on.kind === "object" && verb === "read")) &&
          on.bucket === bucket,
      ),
    })),
    ...uses.map((use) => ({
      from: principal.id,
      to: keyNode(use).id,
      verb: keyVerb(use),
      documents: both(isKey(use)),
    })),
  ]);
}

function identityPolicies(documents: Documents, side: SharingDocument["side"]): readonly string[] {
  return documents
    .filter((document) => document.kind === "identity-policy" && document.side === side)
    .map(({ id }) => id);
}

function documentsOn(
  documents: Documents,
  isTarget: (on: Attachment) => boolean,
): readonly string[] {
  return documents.filter(({ attachedTo }) => attachedTo.some(isTarget)).map(({ id }) => id);
}

function isKey({ keyArn }: KeyUse): (on: Attachment) => boolean {
  return (on) => on.kind === "key" && on.keyArn === keyArn;
}
