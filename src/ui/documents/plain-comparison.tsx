import { type ComparedLine, comparedLines } from "./line-comparison.ts";

const SIGNS: Readonly<Record<ComparedLine["kind"], string>> = {
  same: " ",
  removed: "−",
  added: "+",
  skipped: "⋯",
};
const SPOKEN: Readonly<Record<ComparedLine["kind"], string>> = {
  same: "",
  removed: "only in the generated text: ",
  added: "only in the edited text: ",
  skipped: "",
};

export function PlainComparison(props: {
  readonly label: string;
  readonly generated: string;
  readonly edited: string;
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="plain-document" aria-label={props.label} tabIndex={0}>
      <pre>
        {comparedLines(props.generated, props.edited).map(({ kind, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <span key={index} className={`compared-line compared-${kind}`}>
            <span aria-hidden="true">{SIGNS[kind]} </span>
            <span className="sh-visually-hidden">{SPOKEN[kind]}</span>
            {kind === "skipped" ? `${text} unchanged lines` : text}
            {"\n"}
          </span>
        ))}
      </pre>
    </section>
  );
}
