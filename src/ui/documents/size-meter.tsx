import { textSize } from "#core/policy/content-size.ts";
import type { EffectiveDocument } from "#core/policy/edits.ts";

const WORDS = { fits: "fits", near: "near the limit", over: "over the limit" } as const;

const NUMBERS = new Intl.NumberFormat("en");

/** How much of AWS's limit the text uses, in AWS's own unit. */
export function SizeMeter(props: { readonly effective: EffectiveDocument }) {
  const { document, text, edited } = props.effective;
  const size = textSize(document, text);
  if (size === undefined) return null;
  const { used, limit, unit, share, state, wayOut } = size;
  const amount = `${NUMBERS.format(used)} of ${NUMBERS.format(limit)} ${unit}`;
  return (
    <div className={`size-meter size-${state}`}>
      {/* biome-ignore lint/a11y/useSemanticElements: a meter element cannot be drawn alike in every browser */}
      <div
        role="meter"
        aria-label="Size against AWS's limit"
        aria-valuenow={used}
        aria-valuemin={0}
        aria-valuemax={Math.max(limit, used)}
        aria-valuetext={`${amount}, ${WORDS[state]}`}
        className="size-track"
      >
        <div className="size-fill" style={{ inlineSize: `${Math.max(share * 100, 1)}%` }} />
      </div>
      <span className="size-words">
        {amount} · <strong>{WORDS[state]}</strong>
      </span>
      {/* Of a generated document the issues say the same. */}
      {edited && state !== "fits" && <p className="size-way-out">{wayOut}</p>}
    </div>
  );
}
