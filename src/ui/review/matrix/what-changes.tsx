import { useMemo } from "react";
import { explanation, statementName } from "#core/proof/explanation.ts";
import type { Surrounding } from "#core/proof/matrix/sharing.ts";
import { type Change, changes } from "#core/proof/what-if.ts";
import { type LiveProof, useMatrix } from "./use-proof.ts";

/** Above this many the rest is counted. */
const SHOWN = 50;

/** Only the answers that change, before and after, with the reason. */
export function WhatChanges(props: {
  readonly proof: LiveProof;
  readonly surroundings: readonly Surrounding[];
}) {
  const { proof, surroundings } = props;
  const { prepared, documents, matrix: before } = proof;
  const after = useMatrix(prepared, documents, surroundings);
  const changed = useMemo(() => changes(before, after), [before, after]);
  const refused = after.problems.filter(({ document }) =>
    surroundings.some(({ name }) => name === document),
  );
  return (
    <>
      {refused.map(({ document, statementIndex, message }) => (
        <p key={`${document} ${statementIndex}`} className="what-if-refused">
          AWS would refuse {document}
          {statementIndex === undefined ? "" : `, statement ${statementIndex + 1}`}: {message}
        </p>
      ))}
      <p role="status" className="what-if-outcome">
        {outcome(changed.length)}
      </p>
      {changed.length > 0 && (
        <ul className="what-if-changes">
          {changed.slice(0, SHOWN).map((change) => (
            <li key={`${change.section.id} ${change.row.id} ${change.after.actor.id}`}>
              <ChangeLine change={change} proof={proof} />
            </li>
          ))}
        </ul>
      )}
      {changed.length > SHOWN && <p>… and {changed.length - SHOWN} more.</p>}
    </>
  );
}

function outcome(count: number): string {
  if (count === 0) return "Nothing changes.";
  return count === 1 ? "1 answer changes." : `${count} answers change.`;
}

function ChangeLine({ change, proof }: { readonly change: Change; readonly proof: LiveProof }) {
  const { section, row, before, after } = change;
  const { documents } = proof;
  const why = explanation(
    after,
    [],
    documents.map(({ document }) => document),
  );
  const titleOf = (id: string) =>
    documents.find(({ document }) => document.id === id)?.document.title ?? id;
  const { location } = row;
  return (
    <>
      <strong>
        {word(before)} → {word(after.decision)}
      </strong>{" "}
      {section.title}: {row.title}
      {location === undefined ? "" : `, ${location.bucket}/${location.prefix}`}, {after.actor.label}
      <span className="matrix-place">
        {after.ok ? "" : `It must be ${after.expected}. `}
        {[
          ...why.missing,
          ...why.statements.map(
            (source) => `${source.effect}: ${titleOf(source.document)}, ${statementName(source)}.`,
          ),
        ].join(" ")}
      </span>
    </>
  );
}

function word(decision: Change["before"]): string {
  return decision === "allowed" ? "Allowed" : "Denied";
}
