import Alert from "@cloudscape-design/components/alert";
import { useMemo } from "react";
import type { DocumentMerge } from "#core/existing/with-existing.ts";
import type { SharingPolicy } from "#core/policy/document.ts";
import type { AccessChange } from "#core/proof/change/change-of-access.ts";
import { PolicyComparison } from "./policy-comparison.tsx";

/** What is to be known before ours goes in, who gains and loses by it, and the text before and after. */
export function MergeResult(props: {
  readonly document: SharingPolicy;
  readonly merge: DocumentMerge;
  readonly said: readonly string[];
}) {
  const { document, merge, said } = props;
  const { merged, findings, change, existing } = merge;
  const told = useMemo(() => [...said, ...(merged.ok ? merged.value.said : [])], [said, merged]);
  return (
    <div className="there-result">
      <p role="status" className="sh-visually-hidden">
        {merged.ok ? `Merged. ${change.summary}` : "It cannot be merged."}
      </p>
      {!merged.ok && (
        <Alert type="error" header="It cannot be merged">
          {merged.message}
        </Alert>
      )}
      {findings.map(({ severity, message }) => (
        <Alert key={message} type={severity}>
          {message}
        </Alert>
      ))}
      {merged.ok && (
        <>
          <h5>Who gains, who loses</h5>
          <Changes changes={change.changes} summary={change.summary} />
          <h5>What was done</h5>
          <ul className="there-said">
            {told.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <h5>There now, and after</h5>
          <PolicyComparison label={document.title} before={existing} after={merged.value.text} />
        </>
      )}
    </div>
  );
}

const SIGNS: Readonly<Record<AccessChange["kind"], string>> = {
  gains: "+",
  released: "+",
  loses: "−",
  denied: "−",
  unclear: "?",
};

export function Changes(props: {
  readonly changes: readonly AccessChange[];
  readonly summary: string;
}) {
  return (
    <ul className="there-changes">
      {props.changes.map(({ kind, sentence }) => (
        <li key={sentence} className={`there-${kind}`}>
          <span className="there-sign" aria-hidden="true">
            {SIGNS[kind]}
          </span>{" "}
          {sentence}
        </li>
      ))}
      <li className="there-summary">{props.summary}</li>
    </ul>
  );
}
