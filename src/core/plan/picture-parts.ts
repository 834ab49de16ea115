import { principalLabel } from "#core/aws/principal.ts";
import type { PictureNode } from "#core/methods/method.ts";
import type { Agreement, Location } from "#core/parameters/agreement.ts";
import type { KeyUse } from "#core/policy/key-grants.ts";

/** Beyond these a picture has more arrows than anybody reads: many are drawn as one. */
const PRINCIPALS_SHOWN = 6;
const PREFIXES_SHOWN = 8;

/** A node for each principal; one for all of them where there are many. */
export function principalNodes({ consumer }: Agreement): readonly PictureNode[] {
  const { principals } = consumer;
  if (principals.length > PRINCIPALS_SHOWN) {
    return [
      {
        id: "principals",
        side: "consumer",
        kind: "principal",
        label: `${principals.length} principals`,
      },
    ];
  }
  return principals.map((principal, index) => ({
    id: `principal-${index}`,
    side: "consumer",
    kind: "principal",
    label: principalLabel(principal),
  }));
}

/** What is shared, and what may be done there. */
export interface SharedPlace {
  readonly node: PictureNode;
  readonly bucket: string;
  /** "list, read". */
  readonly verb: string;
}

function bucketNodes({ owner }: Agreement): readonly PictureNode[] {
  return owner.buckets.map(({ bucket }) => ({
    id: `bucket-${bucket}`,
    side: "owner",
    kind: "bucket",
    label: bucket,
  }));
}

/** A node for each location; for a bucket with many, one for all that have the same access. */
export function sharedPlaces({ owner }: Agreement): readonly SharedPlace[] {
  return owner.buckets.flatMap(({ bucket }) => {
    const locations = owner.locations.filter((location) => location.bucket === bucket);
    const places =
      locations.length > PREFIXES_SHOWN
        ? [...new Set(locations.map(({ access }) => access.join(", ")))].map((verb) => ({
            verb,
            label: prefixesLabel(locations.filter(({ access }) => access.join(", ") === verb)),
          }))
        : locations.map(({ prefix, access }) => ({
            verb: access.join(", "),
            label: prefixLabel(prefix),
          }));
    return places.map(({ verb, label }, index) => ({
      bucket,
      verb,
      node: {
        id: `prefix-${bucket}-${index}`,
        side: "owner" as const,
        kind: "prefix" as const,
        label,
        inside: `bucket-${bucket}`,
      },
    }));
  });
}

function prefixesLabel(same: readonly Location[]): string {
  return same.length === 1 ? prefixLabel(same[0]?.prefix) : `${same.length} prefixes`;
}

function prefixLabel(prefix: string | undefined): string {
  return prefix === undefined || prefix === "" ? "whole bucket" : prefix;
}

/** Nodes of account A's data: the buckets, what is shared of them, and their keys. */
export function dataNodes(
  agreement: Agreement,
  places: readonly SharedPlace[],
  uses: readonly KeyUse[],
): readonly PictureNode[] {
  return [...bucketNodes(agreement), ...places.map(({ node }) => node), ...uses.map(keyNode)];
}

export function keyNode({ keyArn }: KeyUse): PictureNode {
  const id = keyArn.slice(keyArn.lastIndexOf("/") + 1);
  return { id: `key-${id}`, side: "owner", kind: "key", label: `key ${id.slice(0, 8)}…` };
}

/** "decrypt, generate data key" for the actions of a key. */
export function keyVerb({ action }: KeyUse): string {
  return action.includes("kms:GenerateDataKey") ? "decrypt, encrypt" : "decrypt";
}
