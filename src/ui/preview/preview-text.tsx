import { memo, useEffect, useRef, useState } from "react";
import { changedLines } from "./changed-lines.ts";
import { jsonTokens } from "./json-tokens.ts";

interface Shown {
  readonly text: string;
  readonly lines: readonly string[];
  readonly changed: ReadonlySet<number>;
  /** Counts the changes, so that the same line fades again when it changes again. */
  readonly version: number;
}

/** A document as it stands, light: coloured text without an editor; what the last input changed is marked. */
export function PreviewText(props: {
  readonly label: string;
  readonly text: string;
  readonly onCopy: (event: React.ClipboardEvent) => void;
}) {
  const shown = useShown(props.text);
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown.changed.size === 0) return;
    // After the change has been painted: measuring before would make typing wait for the layout.
    const frame = requestAnimationFrame(() => revealFirst(box.current));
    return () => cancelAnimationFrame(frame);
  }, [shown]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section ref={box} className="preview-box" aria-label={props.label} tabIndex={0}>
      <pre className="preview-text" onCopy={props.onCopy}>
        {shown.lines.map((line, index) => {
          const changed = shown.changed.has(index);
          return (
            <Line
              key={changed ? `${index}.${shown.version}` : index}
              text={line}
              changed={changed}
            />
          );
        })}
      </pre>
    </section>
  );
}

function useShown(text: string): Shown {
  const [shown, setShown] = useState<Shown>(() => ({
    text,
    lines: text.split("\n"),
    changed: new Set(),
    version: 0,
  }));
  if (shown.text === text) return shown;
  const lines = text.split("\n");
  const next = {
    text,
    lines,
    changed: changedLines(shown.lines, lines),
    version: shown.version + 1,
  };
  setShown(next);
  return next;
}

const Line = memo(function Line(props: { readonly text: string; readonly changed: boolean }) {
  const indent = props.text.length - props.text.trimStart().length;
  return (
    <span
      className={props.changed ? "preview-line preview-changed" : "preview-line"}
      style={{ "--indent": `${indent}ch` } as React.CSSProperties}
    >
      {jsonTokens(props.text).map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token has no identity but its place
        <span key={index} className={`json-${kind}`}>
          {kind === "missing" ? <Missing text={text} /> : text}
        </span>
      ))}
      {"\n"}
    </span>
  );
});

function Missing(props: { readonly text: string }) {
  return (
    <>
      <span className="sh-visually-hidden">missing: </span>
      {props.text}
    </>
  );
}

/** Moves only the box, never the page, and only when none of the changed lines can be seen. */
function revealFirst(box: HTMLElement | null): void {
  const marks = [...(box?.querySelectorAll<HTMLElement>(".preview-changed") ?? [])];
  const [first] = marks;
  if (box === null || first === undefined) return;
  const top = box.scrollTop;
  const seen = marks.some(
    (mark) => mark.offsetTop >= top && mark.offsetTop < top + box.clientHeight - 16,
  );
  if (!seen) box.scrollTop = Math.max(0, first.offsetTop - 48);
}
