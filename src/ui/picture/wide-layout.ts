import { SIDES, type Side } from "#core/side.ts";
import type { Block, Cards, Line } from "./picture-cards.ts";
import {
  ACCOUNT_HEADER,
  BLOCK_GAP,
  type Box,
  CARD_PADDING,
  columnsOf,
  endpoints,
  incoming,
  LABEL_HEIGHT,
  LABEL_STEP,
  labelText,
  labelWidth,
  PADDING,
  type PictureLayout,
  type PlacedBlock,
  type PlacedLine,
  ROW,
  rowsHeight,
} from "./picture-geometry.ts";

const NARROWEST_COLUMN = 170;
const WIDEST_COLUMN = 340;
/** Room on both sides of a label for the line to turn and for its tip. */
const LABEL_MARGIN = 40;
const NARROWEST_GAP = 110;
/** Above a box that another of its column reaches: room for the label and the tip. */
const LABEL_GAP = LABEL_HEIGHT + 28;

interface Column extends Box {
  readonly side: Side;
  readonly blocks: readonly Block[];
}

/** Account A left, account B right, who reaches right of what is reached; undefined where that does not fit. */
export function wideLayout(cards: Cards, width: number): PictureLayout | undefined {
  const columns = placedColumns(cards, width);
  if (columns === undefined) return undefined;
  const tallest = Math.max(0, ...columns.map((column) => column.height));
  const height = ACCOUNT_HEADER + tallest + PADDING;
  const blocks = columns.flatMap((column) =>
    placedBlocks(column, ACCOUNT_HEADER + (tallest - column.height) / 2, cards.lines),
  );
  const accounts = Object.fromEntries(
    SIDES.map((side) => [side, accountBox(columns, side, height)]),
  ) as Record<Side, Box>;
  return { width, height, accounts, blocks, lines: placedLines(cards.lines, blocks, columns) };
}

function placedColumns(cards: Cards, width: number): readonly Column[] | undefined {
  const sides = SIDES.flatMap((side) => columnsOf(cards, side).map((blocks) => ({ side, blocks })));
  if (sides.length === 0) return [];
  const gaps = sides.slice(1).map((column, index) => {
    const left = sides[index]?.blocks ?? [];
    const between = cards.lines.filter((line) =>
      left.some((block) => endpoints(block).includes(line.to)),
    );
    const label = Math.max(0, ...between.map(labelWidth)) + 2 * LABEL_MARGIN;
    const walls = sides[index]?.side === column.side ? 0 : 2 * PADDING;
    return Math.max(label, NARROWEST_GAP) + walls;
  });
  const needed = gaps.reduce((sum, gap) => sum + gap, 2 * PADDING);
  const columnWidth = Math.min((width - needed) / sides.length, WIDEST_COLUMN);
  if (columnWidth < NARROWEST_COLUMN) return undefined;
  const spare = width - needed - columnWidth * sides.length;
  const wider = gaps.length === 0 ? 0 : spare / gaps.length;
  let x = PADDING;
  return sides.map((column, index) => {
    const placed = {
      ...column,
      x,
      y: 0,
      width: columnWidth,
      height: columnHeight(column.blocks, cards.lines),
    };
    x += columnWidth + (gaps[index] ?? 0) + wider;
    return placed;
  });
}

function accountBox(columns: readonly Column[], side: Side, height: number): Box {
  const own = columns.filter((column) => column.side === side);
  const [first] = own;
  const last = own[own.length - 1];
  if (first === undefined || last === undefined) return { x: 0, y: 0, width: 0, height: 0 };
  const x = first.x - PADDING;
  return { x, y: 0, width: last.x + last.width + PADDING - x, height };
}

function columnHeight(blocks: readonly Block[], lines: readonly Line[]): number {
  return blocks.reduce(
    (sum, block, index) =>
      sum + blockHeight(block, lines) + (index === 0 ? 0 : gapAbove(block, blocks, lines)),
    0,
  );
}

function gapAbove(block: Block, column: readonly Block[], lines: readonly Line[]): number {
  const inColumn = column.flatMap(endpoints);
  return incoming(block.id, lines).some(({ from }) => inColumn.includes(from))
    ? LABEL_GAP
    : BLOCK_GAP;
}

function blockHeight(block: Block, lines: readonly Line[]): number {
  const cards = block.cards.map((card) => cardHeight(card.id, card.nodes, lines));
  const inner = cards.reduce((sum, height) => sum + height + CARD_PADDING, 0);
  if (block.kind !== "bucket") return cardHeight(block.id, block.nodes, lines);
  return headerHeight(block, lines) + inner + (block.cards.length > 0 ? CARD_PADDING : 0);
}

function headerHeight(block: Block, lines: readonly Line[]): number {
  return Math.max(ROW + 2 * CARD_PADDING, incoming(block.id, lines).length * LABEL_STEP);
}

function cardHeight(id: string, nodes: Block["nodes"], lines: readonly Line[]): number {
  return Math.max(rowsHeight(nodes), incoming(id, lines).length * LABEL_STEP);
}

function placedBlocks(column: Column, top: number, lines: readonly Line[]): readonly PlacedBlock[] {
  let y = top;
  return column.blocks.map((block, index) => {
    if (index > 0) y += gapAbove(block, column.blocks, lines);
    const height = blockHeight(block, lines);
    const header = block.kind === "bucket" ? headerHeight(block, lines) : 0;
    let cardY = y + header;
    const cards = block.cards.map((card) => {
      const placed = {
        card,
        x: column.x + 2 * CARD_PADDING,
        y: cardY,
        width: column.width - 3 * CARD_PADDING,
        height: cardHeight(card.id, card.nodes, lines),
      };
      cardY += placed.height + CARD_PADDING;
      return placed;
    });
    const placed = { block, x: column.x, y, width: column.width, height, header, cards };
    y += height;
    return placed;
  });
}

interface Port extends Box {
  readonly column: number;
}

function placedLines(
  lines: readonly Line[],
  blocks: readonly PlacedBlock[],
  columns: readonly Column[],
): readonly PlacedLine[] {
  const ports = new Map<string, Port>();
  for (const placed of blocks) {
    const column = columns.findIndex(({ x }) => x === placed.x);
    const height = placed.header === 0 ? placed.height : placed.header;
    ports.set(placed.block.id, { ...placed, height, column });
    for (const card of placed.cards) ports.set(card.card.id, { ...card, column });
  }
  const ends = lines.flatMap((line) => {
    const from = ports.get(line.from);
    const to = ports.get(line.to);
    if (from === undefined || to === undefined) return [];
    const across = incoming(line.to, lines).filter(
      (other) => ports.get(other.from)?.column !== to.column,
    );
    return [{ line, from, to, targetY: spread(to, line, across) }];
  });
  return ends.map((end) => {
    if (end.from.column === end.to.column) {
      const beside = ends.filter(({ from, to }) => to === end.to && from.column === end.to.column);
      const share = (beside.indexOf(end) + 1) / (beside.length + 1);
      return lineInColumn(end.line, end.from, end.to, share);
    }
    const leaving = ends
      .filter(({ line, from, to }) => line.from === end.line.from && from.column !== to.column)
      .sort((one, other) => one.targetY - other.targetY);
    const sourceY = evenly(end.from, leaving.indexOf(end), leaving.length);
    return placedLine(end.line, end.from, end.to, sourceY, end.targetY, columns);
  });
}

function spread(box: Box, line: Line, all: readonly Line[]): number {
  return box.y + box.height / 2 + (all.indexOf(line) - (all.length - 1) / 2) * LABEL_STEP;
}

function evenly(box: Box, index: number, count: number): number {
  return box.y + (box.height * (index + 1)) / (count + 1);
}

function placedLine(
  line: Line,
  from: Port,
  to: Port,
  sourceY: number,
  targetY: number,
  columns: readonly Column[],
): PlacedLine {
  const leftward = from.column > to.column;
  const startX = leftward ? from.x : from.x + from.width;
  const tipX = leftward ? to.x + to.width : to.x;
  const near = columns[to.column];
  const next = columns[leftward ? to.column + 1 : to.column - 1];
  const gapStart = leftward
    ? (near?.x ?? 0) + (near?.width ?? 0)
    : (next?.x ?? 0) + (next?.width ?? 0);
  const gapEnd = leftward ? (next?.x ?? startX) : (near?.x ?? startX);
  const width = labelWidth(line);
  const middle = (gapStart + gapEnd) / 2;
  const turn = leftward ? middle + width / 2 : middle - width / 2;
  const bend = (startX - turn) / 2;
  const path = [
    `M${round(startX)} ${round(sourceY)}`,
    `C${round(startX - bend)} ${round(sourceY)} ${round(turn + bend)} ${round(targetY)} ${round(turn)} ${round(targetY)}`,
    `L${round(tipX)} ${round(targetY)}`,
  ].join(" ");
  return {
    line,
    path,
    label: {
      text: labelText(line),
      x: round(middle - width / 2),
      y: round(targetY - LABEL_HEIGHT / 2),
      width,
      height: LABEL_HEIGHT,
    },
  };
}

/** Straight down, or up, between two boxes of one column, behind those between them. */
function lineInColumn(line: Line, from: Box, to: Box, share: number): PlacedLine {
  const down = from.y < to.y;
  const x = round(to.x + to.width * share);
  const startY = round(down ? from.y + from.height : from.y);
  const tipY = round(down ? to.y : to.y + to.height);
  const width = labelWidth(line);
  const middle = down ? tipY - LABEL_GAP / 2 : tipY + LABEL_GAP / 2;
  return {
    line,
    path: `M${x} ${startY} L${x} ${tipY}`,
    behind: true,
    label: {
      text: labelText(line),
      x: round(x - width / 2),
      y: round(middle - LABEL_HEIGHT / 2),
      width,
      height: LABEL_HEIGHT,
    },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
