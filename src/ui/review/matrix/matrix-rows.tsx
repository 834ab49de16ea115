import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import type { Column } from "#core/proof/columns.ts";
import type { PolicyProblem } from "#core/proof/decision.ts";
import type { Cell, MatrixRow } from "#core/proof/matrix.ts";
import { CellExplanation } from "./cell-explanation.tsx";
import { destination } from "./grid-keys.ts";
import "./matrix-grid.css";

interface Props {
  readonly columns: readonly Column[];
  readonly rows: readonly MatrixRow[];
  readonly titleId: string;
  readonly problems: readonly PolicyProblem[];
  readonly documents: readonly EffectiveDocument[];
}

/** A grid: one tab stop, arrow keys move between the answers, and the chosen one is explained below its row. */
export function MatrixRows({ columns, rows, titleId, problems, documents }: Props) {
  const [open, setOpen] = useState<string>();
  const [active, setActive] = useState<string>();
  const grid = useRef<HTMLTableElement>(null);
  const explanationId = useId();
  const keys = rows.map((row) =>
    columns.map(({ actor: { id } }) =>
      answerOf(row, id) === undefined ? undefined : keyOf(row, id),
    ),
  );
  const all = keys.flat();
  const stop = all.includes(active) && active !== undefined ? active : all.find(Boolean);
  const focus = (key: string) => {
    setActive(key);
    const buttons = grid.current?.querySelectorAll<HTMLElement>("[data-answer]") ?? [];
    [...buttons].find((button) => button.dataset["answer"] === key)?.focus();
  };
  const move = (event: KeyboardEvent, key: string) => {
    if (event.key === "Escape" && open === key) setOpen(undefined);
    const to = destination(keys, key, event);
    if (to === undefined) return;
    event.preventDefault();
    focus(to);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={boxClass(rows.length)} tabIndex={0} aria-labelledby={titleId}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose cells are reached with the arrow keys
        role="grid"
        ref={grid}
        aria-labelledby={titleId}
        className="matrix-grid"
      >
        <thead>
          <tr>
            <th scope="col">To do</th>
            {columns.map(({ actor, label, principals }) => (
              <th key={actor.id} scope="col" title={principals.map(({ arn }) => arn).join("\n")}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const asker = columns.find(({ actor }) => keyOf(row, actor.id) === open);
            const told = asker && answerOf(row, asker.actor.id);
            return [
              <tr key={row.id}>
                <th scope="row">
                  {row.title}
                  {row.location !== undefined && (
                    <span className="matrix-place">
                      {row.location.bucket}/{row.location.prefix}
                    </span>
                  )}
                </th>
                {columns.map(({ actor: { id }, label }) => {
                  const cell = answerOf(row, id);
                  const key = keyOf(row, id);
                  return (
                    <td key={id} className={cell === undefined ? "matrix-unasked" : undefined}>
                      <span className="matrix-who" aria-hidden="true">
                        {label}
                      </span>
                      {cell === undefined ? (
                        <>
                          <span aria-hidden="true">–</span>
                          <span className="sh-visually-hidden">not asked</span>
                        </>
                      ) : (
                        <button
                          type="button"
                          data-answer={key}
                          className={answerClass(cell)}
                          tabIndex={key === stop ? 0 : -1}
                          aria-expanded={open === key}
                          aria-controls={open === key ? explanationId : undefined}
                          onFocus={() => setActive(key)}
                          onKeyDown={(event) => move(event, key)}
                          onClick={() => setOpen(open === key ? undefined : key)}
                        >
                          <Answer cell={cell} />
                        </button>
                      )}
                    </td>
                  );
                })}
              </tr>,
              asker !== undefined && told !== undefined && (
                <tr key={`${row.id} explanation`} className="matrix-told">
                  <td colSpan={columns.length + 1} id={explanationId}>
                    <CellExplanation
                      row={row}
                      cell={told}
                      asker={asker}
                      problems={problems}
                      documents={documents}
                      onClose={() => {
                        setOpen(undefined);
                        focus(keyOf(row, told.actor.id));
                      }}
                    />
                  </td>
                </tr>
              ),
            ];
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Above this many rows the box scrolls by itself, below the names of who asks. */
const TALL = 12;

function boxClass(rows: number): string {
  return rows > TALL ? "matrix-scroll matrix-tall" : "matrix-scroll";
}

/** Symbol and word; what is not as agreed has words of its own. */
function Answer({ cell: { decision, ok } }: { readonly cell: Cell }) {
  const isAllowed = decision === "allowed";
  return (
    <>
      <span className="matrix-word">
        <span aria-hidden="true" className="matrix-symbol">
          {isAllowed ? "✓" : "✕"}
        </span>{" "}
        {isAllowed ? "Allowed" : "Denied"}
      </span>
      {ok ? (
        <span className="sh-visually-hidden">, as agreed</span>
      ) : (
        <span className="matrix-not-agreed">not as agreed</span>
      )}
    </>
  );
}

function answerClass({ decision, ok }: Cell): string {
  const kind = decision === "allowed" ? "matrix-allowed" : "matrix-denied";
  return `matrix-answer ${kind}${ok ? "" : " matrix-unexpected"}`;
}

function answerOf({ cells }: MatrixRow, actorId: string): Cell | undefined {
  return cells.find(({ actor }) => actor.id === actorId);
}

function keyOf({ id }: MatrixRow, actorId: string): string {
  return `${id} ${actorId}`;
}
