import Alert from "@cloudscape-design/components/alert";
import Toggle from "@cloudscape-design/components/toggle";
import { memo, useState } from "react";
import { summaryText } from "#core/proof/explanation.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import { type LiveProof, useProof } from "./use-proof.ts";
import { WhatIf } from "./what-if.tsx";
import "./matrix.css";

/** Who may do what by the documents above, hand edits included. */
export function AccessMatrix() {
  const { prepared } = useSharing();
  return (
    <section aria-labelledby="matrix-title" className="matrix">
      <h3 className="review-title" id="matrix-title">
        Who may do what
      </h3>
      {prepared.complete ? (
        <Live />
      ) : (
        <p>Worked out here as soon as nothing is missing or wrong.</p>
      )}
    </section>
  );
}

function Live() {
  const proof = useProof();
  return (
    <>
      <div className="matrix-summary">
        <p role="status" className={proof.matrix.ok ? "matrix-right" : "matrix-wrong"}>
          <span aria-hidden="true">{proof.matrix.ok ? "✓" : "!"}</span> {summaryText(proof.matrix)}
        </p>
        {proof.checking && <span className="matrix-checking">Checking…</span>}
      </div>
      <Answers prepared={proof.prepared} documents={proof.documents} matrix={proof.matrix} />
      <WhatIf proof={proof} />
    </>
  );
}

/** Not drawn again while the keys of an edit are. */
const Answers = memo(function Answers(props: Omit<LiveProof, "checking">) {
  const { matrix, documents } = props;
  const [onlyUnexpected, setOnlyUnexpected] = useState(false);
  const filtered = onlyUnexpected && matrix.unexpected > 0;
  return (
    <>
      <p className="matrix-lead">
        Worked out from the documents by AWS's documented evaluation logic. Choose an answer to see
        what decides it; – stands where nothing is asked.
      </p>
      {matrix.problems.length > 0 && (
        <Alert type="error" header="AWS would refuse this">
          <ul className="matrix-problems">
            {matrix.problems.map(({ document: id, statementIndex, message }) => {
              const effective = documents.find(({ document }) => document.id === id);
              const place = statementIndex === undefined ? "" : `, statement ${statementIndex + 1}`;
              return (
                <li key={`${id} ${statementIndex} ${message}`}>
                  {effective?.document.title ?? id}
                  {place}: {message} Below it counts for nothing.
                </li>
              );
            })}
          </ul>
        </Alert>
      )}
      {matrix.unexpected > 0 && (
        <Toggle
          checked={onlyUnexpected}
          onChange={({ detail }) => setOnlyUnexpected(detail.checked)}
        >
          Only what is not as agreed
        </Toggle>
      )}
      {matrix.sections.map((section) => (
        <MatrixTable
          key={section.id}
          section={section}
          problems={matrix.problems}
          documents={documents}
          onlyUnexpected={filtered}
        />
      ))}
    </>
  );
});
