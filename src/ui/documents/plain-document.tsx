import { useId } from "react";
import { jsonTokens } from "#ui/preview/json-tokens.ts";

/** The text without an editor: for reading, for phones and screen readers, and until Monaco is there. */
export function PlainDocument(props: {
  readonly label: string;
  readonly text: string;
  /** False for scripts and the README, which have no colours. */
  readonly json?: boolean;
}) {
  return (
    <section
      className={props.json === false ? "plain-document plain-prose" : "plain-document"}
      aria-label={props.label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <pre>
        {props.text.split("\n").map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          <Line key={index} text={line} json={props.json ?? true} />
        ))}
      </pre>
    </section>
  );
}

function Line(props: { readonly text: string; readonly json: boolean }) {
  const indent = props.text.length - props.text.trimStart().length;
  return (
    <span className="plain-line" style={{ "--indent": `${indent}ch` } as React.CSSProperties}>
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
}) {
  const problemId = useId();
  // Its own state: what comes back from the sharing may lag behind the keys.
  return (
    <>
      <textarea
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
