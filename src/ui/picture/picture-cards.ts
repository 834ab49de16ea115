import type { Picture, PictureArrow, PictureNode } from "#core/methods/method.ts";
import type { Side } from "#core/side.ts";

export type NodeKind = PictureNode["kind"];

/** Nodes that have the same arrows, drawn as one box with a row each. */
export interface Card {
  readonly id: string;
  readonly side: Side;
  readonly kind: NodeKind;
  /** Every node of the box, drawn or not. */
  readonly nodes: readonly PictureNode[];
}

/** What stands in a column: a box of its own, or a bucket around the boxes of its prefixes. */
export interface Block {
  readonly id: string;
  readonly side: Side;
  readonly kind: NodeKind;
  /** The node, or nodes, that the block itself is; a bucket's name is its header. */
  readonly nodes: readonly PictureNode[];
  readonly cards: readonly Card[];
  /** Nodes inside that have no box of their own. */
  readonly within: readonly PictureNode[];
}

/** One line between two boxes, whatever the number of arrows it stands for. */
export interface Line {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly verbs: readonly string[];
  readonly documents: readonly string[];
}

export interface Cards {
  readonly blocks: readonly Block[];
  readonly lines: readonly Line[];
}

/** More blocks of one kind, or boxes in one bucket, than this are drawn as one that counts them. */
const MOST = 3;

/**
 * Fifty principals that may do the same become one box and one line. What is drawn stays small
 * however many nodes there are; no node and no document is lost from the boxes and lines.
 */
export function pictureCards(picture: Picture, most: number = MOST): Cards {
  const loose = picture.nodes.filter((node) => node.inside === undefined);
  const blocks = groupsOf(loose, (node) => blockKey(node, picture))
    .map((nodes) => blockOf(nodes, picture, most))
    .filter((block) => block !== undefined);
  const drawn = bySideAndKind(blocks).flatMap((group) => atMost(group, most, mergedBlocks));
  return { blocks: drawn, lines: linesBetween(drawn, picture.arrows) };
}

function blockKey(node: PictureNode, picture: Picture): string {
  return node.kind === "bucket" ? node.id : alike(node, picture);
}

function blockOf(nodes: readonly PictureNode[], picture: Picture, most: number): Block | undefined {
  const [first] = nodes;
  if (first === undefined) return undefined;
  const inner = picture.nodes.filter((node) => node.inside === first.id);
  const cards = groupsOf(inner, (node) => alike(node, picture)).flatMap((group) => {
    const [head] = group;
    return head === undefined
      ? []
      : [{ id: head.id, side: head.side, kind: head.kind, nodes: group }];
  });
  return {
    id: first.id,
    side: first.side,
    kind: first.kind,
    nodes,
    cards: atMost(cards, most, mergedCards),
    within: [],
  };
}

/** Nodes with equal text here can share a box: same kind, and the same arrows to and from the same nodes. */
function alike(node: PictureNode, picture: Picture): string {
  const ends = picture.arrows.flatMap((arrow) => {
    if (arrow.from !== node.id && arrow.to !== node.id) return [];
    const other = arrow.from === node.id ? `to ${arrow.to}` : `from ${arrow.from}`;
    return [[other, arrow.verb, ...arrow.documents].join(" ")];
  });
  return [node.side, node.kind, ...ends.sort()].join("\n");
}

function bySideAndKind(blocks: readonly Block[]): readonly (readonly Block[])[] {
  return groupsOf(blocks, (block) => `${block.side} ${block.kind}`);
}

function atMost<Item>(
  items: readonly Item[],
  most: number,
  merged: (items: readonly [Item, ...Item[]]) => Item,
): readonly Item[] {
  if (items.length <= most) return items;
  const [first, ...others] = items.slice(most - 1);
  return first === undefined ? items : [...items.slice(0, most - 1), merged([first, ...others])];
}

function mergedCards(cards: readonly [Card, ...Card[]]): Card {
  return { ...cards[0], nodes: cards.flatMap((card) => card.nodes) };
}

/** Prefixes of buckets that are only counted are not drawn; their lines lead to the count. */
function mergedBlocks(blocks: readonly [Block, ...Block[]]): Block {
  return {
    ...blocks[0],
    nodes: blocks.flatMap((block) => block.nodes),
    cards: [],
    within: blocks.flatMap((block) => [
      ...block.within,
      ...block.cards.flatMap((card) => card.nodes),
    ]),
  };
}

function linesBetween(blocks: readonly Block[], arrows: readonly PictureArrow[]): readonly Line[] {
  const boxOf = new Map(
    blocks.flatMap((block) => [
      ...[...block.nodes, ...block.within].map((node) => [node.id, block.id] as const),
      ...block.cards.flatMap((card) => card.nodes.map((node) => [node.id, card.id] as const)),
    ]),
  );
  const lines = new Map<string, Line>();
  for (const arrow of arrows) {
    const from = boxOf.get(arrow.from);
    const to = boxOf.get(arrow.to);
    if (from === undefined || to === undefined) continue;
    const id = `${from} ${to}`;
    const line = lines.get(id);
    lines.set(id, {
      id,
      from,
      to,
      verbs: [...new Set([...(line?.verbs ?? []), arrow.verb])],
      documents: [...new Set([...(line?.documents ?? []), ...arrow.documents])],
    });
  }
  return [...lines.values()];
}

/** In order of first mention. */
function groupsOf<Item>(
  items: readonly Item[],
  key: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}
