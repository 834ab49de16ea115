import type { Picture, PictureNode } from "#core/methods/method.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { Sides } from "#core/side.ts";
import { type Card, type NodeKind, pictureCards } from "./picture-cards.ts";

/** Average width of a character at the picture's text size; text is cut to fit, so a guess is enough. */
export const CHARACTER_WIDTH = 7.1;

const KIND_NAMES: Readonly<Record<NodeKind, readonly [one: string, many: string]>> = {
  principal: ["principal", "principals"],
  instance: ["instance", "instances"],
  role: ["role", "roles"],
  user: ["user", "users"],
  bucket: ["bucket", "buckets"],
  prefix: ["prefix", "prefixes"],
  key: ["KMS key", "KMS keys"],
};

export function kindName(kind: NodeKind, count: number): string {
  const [one, many] = KIND_NAMES[kind];
  return count === 1 ? one : many;
}

/** Cut in the middle: the end of a name tells as much as its beginning. */
export function fitted(text: string, width: number): string {
  const most = Math.max(4, Math.floor(width / CHARACTER_WIDTH));
  if (text.length <= most) return text;
  const head = Math.ceil((most - 1) * 0.6);
  return `${text.slice(0, head)}…${text.slice(text.length - (most - 1 - head))}`;
}

export interface CardRows {
  readonly rows: readonly PictureNode[];
  /** How many nodes have no row of their own. */
  readonly more: number;
}

const MOST_ROWS = 4;

export function cardRows(nodes: Card["nodes"]): CardRows {
  if (nodes.length <= MOST_ROWS) return { rows: nodes, more: 0 };
  return { rows: nodes.slice(0, MOST_ROWS - 1), more: nodes.length - MOST_ROWS + 1 };
}

/** "analytics-app, etl and 47 more". */
export function nodeNames(nodes: Card["nodes"]): string {
  const { rows, more } = cardRows(nodes);
  const names = rows.map((node) => node.label);
  if (more > 0) return `${names.join(", ")} and ${more} more`;
  return names.length < 2
    ? names.join("")
    : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}

/** "Bucket policy · acme-share-data (Account A · owner)" for each document. */
export function drawnBy(
  ids: readonly string[],
  documents: readonly SharingDocument[],
  sides: Sides,
): readonly string[] {
  return documents
    .filter((document) => ids.includes(document.id))
    .map((document) => `${document.title} (${sides[document.side].name})`);
}

export interface PictureSentence {
  readonly id: string;
  readonly from: string;
  readonly verbs: string;
  readonly to: string;
  readonly documents: readonly string[];
}

/** The whole picture in words: every node is named, and nodes that may do the same share a sentence. */
export function pictureSentences(picture: Picture): readonly PictureSentence[] {
  const { blocks, lines } = pictureCards(picture, Number.POSITIVE_INFINITY);
  const names = new Map<string, string>();
  for (const block of blocks) {
    const bucket = block.nodes.map((node) => node.label).join(", ");
    names.set(block.id, bucket);
    for (const card of block.cards) {
      names.set(card.id, `${card.nodes.map((node) => node.label).join(", ")} in ${bucket}`);
    }
  }
  return lines.map((line) => ({
    id: line.id,
    from: names.get(line.from) ?? line.from,
    verbs: line.verbs.join(", "),
    to: names.get(line.to) ?? line.to,
    documents: line.documents,
  }));
}
