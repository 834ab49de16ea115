import { type Ref, useId, useImperativeHandle, useRef } from "react";
import { type JsonPath, jsonRange } from "#core/policy/json-place.ts";
import { jsonTokens } from "#ui/preview/json-tokens.ts";
import type { ShowPlace } from "./reveal.ts";

const LINE_HEIGHT = 18;
/** Lines that stay above a place that is shown. */
const ABOVE = 2;

/** The text without an editor: for reading, for phones and screen readers, and until Monaco is there. */
export function PlainDocument(props: {
  readonly label: string;
  readonly text: string;
  /** False for scripts and the README, which have no colours. */
  readonly json?: boolean;
  /** Place in the text to be marked. */
  readonly revealed?: JsonPath | undefined;
  readonly ref?: Ref<ShowPlace>;
}) {
  const { text, revealed } = props;
  const box = useRef<HTMLElement>(null);
  useImperativeHandle(
    props.ref,
    (): ShowPlace => (_path, focus) => {
      const line = box.current?.querySelector<HTMLElement>(".plain-line-revealed");
      if (focus) box.current?.focus({ preventScroll: true });
      if (box.current === null || line === null || line === undefined) return;
      box.current.scrollTop = Math.max(line.offsetTop - ABOVE * LINE_HEIGHT, 0);
    },
    [],
  );
  const place = revealed === undefined ? undefined : jsonRange(text, revealed);
  return (
    <section
      ref={box}
      className={props.json === false ? "plain-document plain-prose" : "plain-document"}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <pre>
        {text.split("\n").map((line, index) => (
          <Line
            // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
            key={index}
            text={line}
            json={props.json ?? true}
            revealed={place !== undefined && place.startLine <= index + 1 && index < place.endLine}
          />
        ))}
      </pre>
    </section>
  );
}

function Line(props: {
  readonly text: string;
  readonly json: boolean;
  readonly revealed: boolean;
}) {
  const indent = props.text.length - props.text.trimStart().length;
  return (
    <span
      className={props.revealed ? "plain-line plain-line-revealed" : "plain-line"}
      style={{ "--indent": `${indent}ch` } as React.CSSProperties}
    >
      {!props.json && props.text}
      {(props.json ? jsonTokens(props.text) : []).map(({ kind, text }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token has no identity but its place
        <span key={index} className={`json-${kind}`}>
          {kind === "missing" && <span className="sh-visually-hidden">missing: </span>}
          {text}
        </span>
      ))}
      {"\n"}
    </span>
  );
}

export function PlainEditor(props: {
  readonly label: string;
  readonly text: string;
  readonly problem: string | undefined;
  readonly onChange: (text: string) => void;
  readonly ref?: Ref<ShowPlace>;
}) {
  const problemId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(
    props.ref,
    (): ShowPlace => (path, focus) => {
      const { current } = field;
      if (current === null) return;
      if (focus) current.focus({ preventScroll: true });
      const place = jsonRange(current.value, path);
      if (place === undefined) return;
      const lines = current.value.split("\n");
      const offset = (line: number, column: number) =>
        lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, column - 1);
      current.setSelectionRange(
        offset(place.startLine, place.startColumn),
        offset(place.endLine, place.endColumn),
      );
      current.scrollTop = (place.startLine - 1 - ABOVE) * LINE_HEIGHT;
    },
    [],
  );
  // Its own state: what comes back from the sharing may lag behind the keys.
  return (
    <>
      <textarea
        ref={field}
        className="plain-editor"
        aria-label={props.label}
        aria-invalid={props.problem !== undefined}
        aria-describedby={props.problem === undefined ? undefined : problemId}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        defaultValue={props.text}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span id={problemId} hidden={true}>
        {props.problem}
      </span>
    </>
  );
}
