import Button from "@cloudscape-design/components/button";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { statementPath } from "#core/policy/json-place.ts";
import type { Column } from "#core/proof/columns.ts";
import type { PolicyProblem, StatementSource } from "#core/proof/decision.ts";
import { explanation, statementName } from "#core/proof/explanation.ts";
import type { Cell, MatrixRow } from "#core/proof/matrix.ts";
import { useReveal } from "#ui/documents/reveal.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

/** Why an answer is as it is: the request, what decides it, and the way to the statement. */
export function CellExplanation(props: {
  readonly row: MatrixRow;
  readonly cell: Cell;
  readonly asker: Column;
  readonly problems: readonly PolicyProblem[];
  readonly documents: readonly EffectiveDocument[];
  readonly onClose: () => void;
}) {
  const { row, cell, asker, problems, documents, onClose } = props;
  const why = explanation(
    cell,
    problems,
    documents.map(({ document }) => document),
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever the focus is
    <div
      className={cell.ok ? "matrix-why" : "matrix-why matrix-why-wrong"}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <p className="matrix-verdict" role="status">
        <span className="sh-visually-hidden">
          {row.title}, {asker.label}:{" "}
        </span>
        {why.verdict}
      </p>
      <dl>
        <dt>Request</dt>
        <dd>
          <code>{why.request}</code>
          <More
            summary={`and ${why.alike.length} more, answered alike`}
            texts={[...new Set(why.alike)]}
          />
        </dd>
        <dt>By</dt>
        <dd>
          <code>{why.caller}</code>
          <More
            summary={`as each of ${asker.principals.length} principals, who are answered alike`}
            texts={asker.principals.length > 1 ? asker.principals.map(({ arn }) => arn) : []}
          />
        </dd>
        {why.statements.length > 0 && (
          <>
            <dt>{cell.decision === "allowed" ? "Allowed by" : "Denied by"}</dt>
            {why.statements.map((source) => (
              <dd key={`${source.document} ${source.statementIndex}`}>
                <Statement source={source} documents={documents} />
              </dd>
            ))}
          </>
        )}
        {why.missing.length > 0 && (
          <>
            <dt>Missing</dt>
            {why.missing.map((sentence) => (
              <dd key={sentence}>{sentence}</dd>
            ))}
          </>
        )}
        {why.problems.map((problem) => (
          <Problem
            key={`${problem.document} ${problem.statementIndex}`}
            problem={problem}
            documents={documents}
          />
        ))}
      </dl>
      {(why.alike.length === 0 ? why.notes : why.notes.slice(1)).map((note) => (
        <p key={note} className="matrix-note">
          {note}
        </p>
      ))}
      <Button variant="inline-link" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}

function More({ summary, texts }: { readonly summary: string; readonly texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <details>
      <summary>{summary}</summary>
      <ul className="matrix-more">
        {texts.map((text) => (
          <li key={text}>
            <code>{text}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Statement(props: {
  readonly source: StatementSource;
  readonly documents: readonly EffectiveDocument[];
}) {
  const { source } = props;
  const { method } = useSharing().prepared;
  const document = props.documents.find(({ document: { id } }) => id === source.document)?.document;
  const name = statementName(source);
  if (document === undefined) return <>{`${source.document}, ${name}`}</>;
  return (
    <>
      {document.title} ({method.sides[document.side].name}), {name}{" "}
      <Show
        id={document.id}
        index={source.statementIndex}
        label={`Show ${name} in ${document.title}`}
      />
    </>
  );
}

function Problem(props: {
  readonly problem: PolicyProblem;
  readonly documents: readonly EffectiveDocument[];
}) {
  const { document: id, statementIndex, message } = props.problem;
  const document = props.documents.find((each) => each.document.id === id)?.document;
  const name = document?.title ?? id;
  const place = statementIndex === undefined ? "" : `, statement ${statementIndex + 1}`;
  return (
    <>
      <dt>Counts for nothing</dt>
      <dd>
        {name}
        {place}: {message}{" "}
        {document !== undefined && <Show id={id} index={statementIndex} label={`Show ${name}`} />}
      </dd>
    </>
  );
}

function Show(props: {
  readonly id: string;
  readonly index: number | undefined;
  readonly label: string;
}) {
  const reveal = useReveal();
  const { id, index, label } = props;
  if (reveal === undefined) return null;
  return (
    <Button
      variant="inline-link"
      ariaLabel={label}
      onClick={() => reveal(id, index === undefined ? [] : statementPath(index))}
    >
      Show
    </Button>
  );
}
