import { SIDES } from "#core/side.ts";
import { NodeIcon } from "./node-icon.tsx";
import {
  CARD_PADDING,
  type PictureLayout,
  type PlacedBlock,
  type PlacedCard,
  type PlacedLine,
  ROW,
} from "./picture-geometry.ts";
import { cardRows, fitted, kindName } from "./picture-text.ts";

const ICON_WIDTH = 26;

/** The lines and boxes, for the eye only: the list of arrows beside it says the same. */
export function PictureDrawing(props: {
  readonly layout: PictureLayout;
  /** Id of the line that is pointed at or focused. */
  readonly highlighted: string | undefined;
}) {
  const { layout, highlighted } = props;
  const drawnLine = ({ line, path }: PlacedLine) => (
    <path
      key={line.id}
      className={line.id === highlighted ? "picture-line picture-line-strong" : "picture-line"}
      d={path}
      markerEnd={`url(#picture-tip-${line.id === highlighted ? "strong" : "plain"})`}
    />
  );
  return (
    <svg
      className="picture-svg"
      width={layout.width}
      height={layout.height}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      aria-hidden="true"
    >
      <defs>
        {["plain", "strong"].map((kind) => (
          <marker
            key={kind}
            id={`picture-tip-${kind}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path className={`picture-tip picture-tip-${kind}`} d="M0 0.5 8 4 0 7.5Z" />
          </marker>
        ))}
      </defs>
      {SIDES.map((side) => {
        const { x, y, width, height } = layout.accounts[side];
        return (
          <rect
            key={side}
            className={`picture-account picture-${side}`}
            x={x + 0.5}
            y={y + 0.5}
            width={Math.max(0, width - 1)}
            height={Math.max(0, height - 1)}
            rx="12"
          />
        );
      })}
      {layout.lines.filter(({ behind }) => behind).map(drawnLine)}
      {layout.blocks.map((placed) => (
        <DrawnBlock key={placed.block.id} placed={placed} />
      ))}
      {layout.lines.filter(({ behind }) => !behind).map(drawnLine)}
    </svg>
  );
}

function DrawnBlock(props: { readonly placed: PlacedBlock }) {
  const { placed } = props;
  const { block } = placed;
  if (placed.header === 0) return <DrawnCard placed={{ ...placed, card: block }} />;
  const title =
    block.nodes.length === 1
      ? (block.nodes[0]?.label ?? "")
      : `${block.nodes.length} more ${kindName(block.kind, block.nodes.length)}`;
  return (
    <g className={`picture-${block.side}`}>
      <rect
        className="picture-bucket"
        x={placed.x}
        y={placed.y}
        width={placed.width}
        height={placed.height}
        rx="10"
      />
      <Row
        kind={block.kind}
        text={title}
        x={placed.x + CARD_PADDING}
        y={placed.y + (placed.header - ROW) / 2}
        width={placed.width - 2 * CARD_PADDING}
        strong={true}
      />
      {placed.cards.map((card) => (
        <DrawnCard key={card.card.id} placed={card} />
      ))}
    </g>
  );
}

function DrawnCard(props: { readonly placed: PlacedCard }) {
  const { card, x, y, width, height } = props.placed;
  const { rows, more } = cardRows(card.nodes);
  const count = rows.length + (more > 0 ? 1 : 0);
  const top = y + (height - count * ROW) / 2;
  return (
    <g className={`picture-${card.side}`}>
      <rect
        className={`picture-card picture-card-${card.kind}`}
        x={x}
        y={y}
        width={width}
        height={height}
        rx="8"
      />
      {rows.map((node, index) => (
        <Row
          key={node.id}
          kind={node.kind}
          text={node.label}
          x={x + CARD_PADDING}
          y={top + index * ROW}
          width={width - 2 * CARD_PADDING}
          strong={false}
        />
      ))}
      {more > 0 && (
        <text
          className="picture-more"
          x={x + CARD_PADDING + ICON_WIDTH}
          y={top + rows.length * ROW + ROW / 2}
        >
          + {more} more
        </text>
      )}
    </g>
  );
}

function Row(props: {
  readonly kind: PlacedCard["card"]["kind"];
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly strong: boolean;
}) {
  return (
    <>
      <NodeIcon kind={props.kind} x={props.x + 4} y={props.y + (ROW - 16) / 2} />
      <text
        className={props.strong ? "picture-text picture-text-strong" : "picture-text"}
        x={props.x + ICON_WIDTH}
        y={props.y + ROW / 2}
      >
        <title>{props.text}</title>
        {fitted(props.text, props.width - ICON_WIDTH)}
      </text>
    </>
  );
}
