import { SIDES, type Side } from "#core/side.ts";
import type { Cards, Line } from "./picture-cards.ts";
import {
  ACCOUNT_HEADER,
  BLOCK_GAP,
  type Box,
  CARD_PADDING,
  columnsOf,
  incoming,
  LABEL_HEIGHT,
  LABEL_STEP,
  labelText,
  labelWidth,
  PADDING,
  type PictureLayout,
  type PlacedBlock,
  type PlacedCard,
  type PlacedLine,
  ROW,
  rowsHeight,
} from "./picture-geometry.ts";

/** Each box that reaches others has a lane of its own, left of the boxes. */
const LANE = 14;
const ACCOUNT_GAP = 12;
/** Between a box and the labels below it: the tip of the line. */
const TIP = 12;
const CORNER = 6;

/** One account above the other; lines run in lanes at the left, labels stand below the box they lead to. */
export function stackedLayout(cards: Cards, width: number): PictureLayout {
  const lanes = [...new Set(cards.lines.map((line) => line.from))];
  const left = PADDING + lanes.length * LANE;
  const accounts: Partial<Record<Side, Box>> = {};
  const blocks: PlacedBlock[] = [];
  let y = 0;
  for (const side of SIDES) {
    const top = y;
    y += ACCOUNT_HEADER;
    for (const block of columnsOf(cards, side).flat()) {
      const placed = placedBlock(block, { x: left, y, width: width - left - PADDING }, cards.lines);
      blocks.push(placed.block);
      y = placed.bottom + BLOCK_GAP;
    }
    accounts[side] = { x: 0, y: top, width, height: y - top };
    y += ACCOUNT_GAP;
  }
  return {
    width,
    height: y - ACCOUNT_GAP,
    accounts: accounts as Record<Side, Box>,
    blocks,
    lines: placedLines(cards.lines, blocks, lanes),
  };
}

function placedBlock(
  block: Cards["blocks"][number],
  at: { readonly x: number; readonly y: number; readonly width: number },
  lines: readonly Line[],
): { readonly block: PlacedBlock; readonly bottom: number } {
  const strip = (id: string) => stripHeight(incoming(id, lines).length);
  if (block.kind !== "bucket") {
    const height = rowsHeight(block.nodes);
    return {
      block: { ...at, block, header: 0, height, cards: [] },
      bottom: at.y + height + strip(block.id),
    };
  }
  const header = ROW + 2 * CARD_PADDING;
  let y = at.y + header + strip(block.id);
  const cards: PlacedCard[] = block.cards.map((card) => {
    const placed = {
      card,
      x: at.x + 2 * CARD_PADDING,
      y,
      width: at.width - 3 * CARD_PADDING,
      height: rowsHeight(card.nodes),
    };
    y += placed.height + strip(card.id) + CARD_PADDING;
    return placed;
  });
  const bottom = y + (cards.length > 0 ? CARD_PADDING : 0);
  return { block: { ...at, block, header, height: bottom - at.y, cards }, bottom };
}

function stripHeight(count: number): number {
  return count === 0 ? 0 : TIP + count * LABEL_STEP;
}

function placedLines(
  lines: readonly Line[],
  blocks: readonly PlacedBlock[],
  lanes: readonly string[],
): readonly PlacedLine[] {
  const boxes = new Map<string, Box>();
  for (const placed of blocks) {
    const height = placed.header === 0 ? placed.height : placed.header;
    boxes.set(placed.block.id, { ...placed, height });
    for (const card of placed.cards) boxes.set(card.card.id, card);
  }
  return lines.flatMap((line) => {
    const from = boxes.get(line.from);
    const to = boxes.get(line.to);
    if (from === undefined || to === undefined) return [];
    const lane = PADDING / 2 + (lanes.indexOf(line.from) + 0.5) * LANE;
    return [placedLine(line, from, to, lane, incoming(line.to, lines).indexOf(line))];
  });
}

function placedLine(line: Line, from: Box, to: Box, lane: number, index: number): PlacedLine {
  const label = {
    text: labelText(line),
    x: to.x + CARD_PADDING,
    y: to.y + to.height + TIP + index * LABEL_STEP,
    width: labelWidth(line),
    height: LABEL_HEIGHT,
  };
  const startY = from.y + from.height / 2;
  const labelY = label.y + LABEL_HEIGHT / 2;
  const up = labelY < startY ? -1 : 1;
  const tipX = label.x + 2 * CARD_PADDING;
  const path = [
    `M${from.x} ${startY}`,
    `L${lane + CORNER} ${startY}`,
    `Q${lane} ${startY} ${lane} ${startY + up * CORNER}`,
    `L${lane} ${labelY - up * CORNER}`,
    `Q${lane} ${labelY} ${lane + CORNER} ${labelY}`,
    `L${tipX} ${labelY}`,
    `L${tipX} ${to.y + to.height}`,
  ].join(" ");
  return { line, path, label };
}
