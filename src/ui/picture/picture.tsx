import { useMemo, useRef, useState } from "react";
import type { Picture as PictureData } from "#core/methods/method.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { SIDES, type Side, type Sides } from "#core/side.ts";
import { type Card, pictureCards } from "./picture-cards.ts";
import { PictureDrawing } from "./picture-drawing.tsx";
import { PictureInWords } from "./picture-in-words.tsx";
import { pictureLayout } from "./picture-layout.ts";
import { drawnBy, nodeNames } from "./picture-text.ts";
import { useWidth } from "./use-width.ts";
import "./picture.css";

const WIDTH_BEFORE_MEASURED = 900;
/** Also what is drawn into no room at all, while the page is being laid out. */
const NARROWEST = 240;

/** Both accounts with an arrow for whatever the documents allow; an arrow opens its documents. */
export function Picture(props: {
  readonly picture: PictureData;
  readonly documents: readonly SharingDocument[];
  readonly sides: Sides;
  /** Account ids as typed; "" while unknown. */
  readonly accounts: Readonly<Record<Side, string>>;
  readonly onOpen: (documents: readonly string[]) => void;
}) {
  const { picture, documents, sides, accounts, onOpen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const width = Math.max(useWidth(frame) ?? WIDTH_BEFORE_MEASURED, NARROWEST);
  const [pointed, setPointed] = useState<string>();
  const cards = useMemo(() => pictureCards(picture), [picture]);
  const layout = useMemo(() => pictureLayout(cards, width), [cards, width]);
  const boxes = useMemo(
    () =>
      new Map(
        cards.blocks
          .flatMap((block) => [{ ...block, cards: [] }, ...block.cards] as readonly Card[])
          .map((card) => [card.id, card.nodes] as const),
      ),
    [cards],
  );
  return (
    <div className="picture">
      <div className="picture-frame" ref={frame} style={{ blockSize: layout.height }}>
        <PictureDrawing layout={layout} highlighted={pointed} />
        {SIDES.map((side) => (
          <p
            key={side}
            className={`picture-title picture-${side}`}
            style={{
              insetInlineStart: layout.accounts[side].x,
              insetBlockStart: layout.accounts[side].y,
              inlineSize: layout.accounts[side].width,
            }}
          >
            <strong>{sides[side].name}</strong> <span>{accounts[side]}</span>
          </p>
        ))}
        <ul className="picture-arrows" aria-label="What the documents allow">
          {layout.lines.map(({ line, label }) => (
            <li
              key={line.id}
              style={{
                insetInlineStart: label.x,
                insetBlockStart: label.y,
                inlineSize: label.width,
                blockSize: label.height,
              }}
            >
              <button
                type="button"
                title={line.verbs.join(", ")}
                aria-label={`${nodeNames(boxes.get(line.from) ?? [])} → ${line.verbs.join(", ")} → ${nodeNames(boxes.get(line.to) ?? [])}. Open ${drawnBy(line.documents, documents, sides).join(" and ")}`}
                onClick={() => onOpen(line.documents)}
                onPointerEnter={() => setPointed(line.id)}
                onPointerLeave={() => setPointed(undefined)}
                onFocus={() => setPointed(line.id)}
                onBlur={() => setPointed(undefined)}
              >
                {label.text}
              </button>
            </li>
          ))}
        </ul>
      </div>
      <PictureInWords picture={picture} documents={documents} sides={sides} />
    </div>
  );
}
