import type { PictureNode } from "#core/methods/method.ts";
import type { Side } from "#core/side.ts";
import type { Block, Card, Cards, Line } from "./picture-cards.ts";
import { CHARACTER_WIDTH, cardRows } from "./picture-text.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedCard extends Box {
  readonly card: Card;
}

export interface PlacedBlock extends Box {
  readonly block: Block;
  /** Height of the line that holds a bucket's name; 0 for a block that is one box. */
  readonly header: number;
  readonly cards: readonly PlacedCard[];
}

export interface PlacedLine {
  readonly line: Line;
  /** SVG path data; ends at the tip. */
  readonly path: string;
  /** Drawn before the boxes: it may pass others than its own two. */
  readonly behind?: true;
  readonly label: Box & { readonly text: string };
}

export interface PictureLayout {
  readonly width: number;
  readonly height: number;
  readonly accounts: Readonly<Record<Side, Box>>;
  readonly blocks: readonly PlacedBlock[];
  readonly lines: readonly PlacedLine[];
}

export const ACCOUNT_HEADER = 40;
export const PADDING = 16;
export const BLOCK_GAP = 16;
export const ROW = 26;
export const CARD_PADDING = 7;
export const LABEL_HEIGHT = 24;
/** From the middle of one label to the middle of the next at the same box. */
export const LABEL_STEP = 30;

/** Blocks of one account, from what is reached to who reaches it. */
export function columnsOf(cards: Cards, side: Side): readonly (readonly Block[])[] {
  const blocks = cards.blocks.filter((block) => block.side === side);
  const reaches = (block: Block) =>
    cards.lines.some((line) => endpoints(block).includes(line.from));
  const reached = (block: Block) => cards.lines.some((line) => endpoints(block).includes(line.to));
  const first = side === "owner" ? (block: Block) => !reaches(block) : reached;
  return [blocks.filter(first), blocks.filter((block) => !first(block))].filter(
    (column) => column.length > 0,
  );
}

export function endpoints(block: Block): readonly string[] {
  return [block.id, ...block.cards.map((card) => card.id)];
}

export function incoming(id: string, lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => line.to === id);
}

export function rowsHeight(nodes: readonly PictureNode[]): number {
  const { rows, more } = cardRows(nodes);
  return (rows.length + (more > 0 ? 1 : 0)) * ROW + 2 * CARD_PADDING;
}

const LABEL_CHARACTERS = 26;

export function labelText(line: Line): string {
  const text = line.verbs.join(", ");
  return text.length <= LABEL_CHARACTERS ? text : `${text.slice(0, LABEL_CHARACTERS - 1)}…`;
}

export function labelWidth(line: Line): number {
  return Math.round(labelText(line).length * CHARACTER_WIDTH) + 22;
}
