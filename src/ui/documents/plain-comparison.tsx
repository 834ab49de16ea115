import { type ComparedLine, comparedLines } from "./line-comparison.ts";

const SIGNS: Readonly<Record<ComparedLine["kind"], string>> = {
  same: " ",
  removed: "−",
  added: "+",
  skipped: "⋯",
};
const EDITED = { before: "generated", after: "edited" };

export function PlainComparison(props: {
  readonly label: string;
  readonly generated: string;
  readonly edited: string;
  /** What the two texts are called. */
  readonly words?: { readonly before: string; readonly after: string };
}) {
  const { before, after } = props.words ?? EDITED;
  const spoken: Readonly<Record<ComparedLine["kind"], string>> = {
    same: "",
    removed: `only in the ${before} text: `,
    added: `only in the ${after} text: `,
    skipped: "",
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="plain-document" aria-label={props.label} tabIndex={0}>
      <pre>
        {comparedLines(props.generated, props.edited).map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <span key={index} className={`compared-line compared-${kind}`}>
            <span aria-hidden="true">{SIGNS[kind]} </span>
            <span className="sh-visually-hidden">{spoken[kind]}</span>
            {kind === "skipped" ? `${text} unchanged lines` : text}
            {"\n"}
          </span>
        ))}
      </pre>
    </section>
  );
}
