import { useId, useMemo, useState } from "react";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { columnsIn, columnsOf, principalsOf } from "#core/proof/columns.ts";
import type { PolicyProblem } from "#core/proof/decision.ts";
import type { MatrixRow, MatrixSection } from "#core/proof/matrix.ts";
import { Choice, EVERYTHING, Pages } from "./matrix-choices.tsx";
import { MatrixRows } from "./matrix-rows.tsx";

/** Above this many rows they come in pages, with a list of locations to choose from. */
const PAGE = 24;
/** As many as can be told apart side by side. */
const COLUMNS = 8;

/** One section: a row for each thing to do, a column for each who asks. */
export function MatrixTable(props: {
  readonly section: MatrixSection;
  readonly problems: readonly PolicyProblem[];
  readonly documents: readonly EffectiveDocument[];
  readonly onlyUnexpected: boolean;
}) {
  const { section, problems, documents, onlyUnexpected } = props;
  const titleId = useId();
  const [where, setWhere] = useState(EVERYTHING);
  const [who, setWho] = useState(EVERYTHING);
  const [asked, setAsked] = useState(1);
  const [askedColumns, setAskedColumns] = useState(1);
  const places = [...new Set(section.rows.flatMap((row) => placeOf(row) ?? []))];
  const place = places.includes(where) ? where : EVERYTHING;
  const principals = useMemo(() => principalsOf(section), [section]);
  const principal = principals.find(({ arn }) => arn === who)?.arn;
  const rows = section.rows.filter(
    (row) =>
      (place === EVERYTHING || placeOf(row) === place) &&
      (!onlyUnexpected || row.cells.some(({ ok }) => !ok)),
  );
  const merged = useMemo(() => columnsOf(section, principal), [section, principal]);
  const pages = pagesOf(rows, PAGE, asked);
  const columns = columnsIn(merged, pages.shown, onlyUnexpected);
  const columnPages = pagesOf(columns, COLUMNS, askedColumns);
  return (
    <div className="matrix-section">
      <h4 id={titleId}>{section.title}</h4>
      <p className="matrix-note">{section.note}</p>
      <div className="matrix-pages">
        {section.rows.length > PAGE && (
          <Choice
            label={`Location in “${section.title}”`}
            chosen={place}
            everything={`All ${section.rows.length} rows`}
            options={places.map((value) => ({ value, label: value }))}
            onChange={(value) => {
              setWhere(value);
              setAsked(1);
            }}
          />
        )}
        <Pages what="Rows" {...pages} onChange={setAsked} />
        {principals.length > 1 && (
          <Choice
            label={`Principal in “${section.title}”`}
            chosen={principal ?? EVERYTHING}
            everything={`All ${principals.length} principals`}
            options={principals.map(({ arn }) => ({ value: arn, label: arn }))}
            onChange={setWho}
          />
        )}
        <Pages what="Columns" {...columnPages} onChange={setAskedColumns} />
      </div>
      {rows.length === 0 || columns.length === 0 ? (
        <p className="matrix-note">Everything here is as agreed.</p>
      ) : (
        <MatrixRows
          columns={columnPages.shown}
          rows={pages.shown}
          titleId={titleId}
          problems={problems}
          documents={documents}
        />
      )}
    </div>
  );
}

function pagesOf<Each>(all: readonly Each[], size: number, asked: number) {
  const count = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(asked, count);
  const from = (page - 1) * size;
  const shown = all.slice(from, from + size);
  return { count, page, shown, from, total: all.length };
}

function placeOf({ location }: MatrixRow): string | undefined {
  return location && `${location.bucket}/${location.prefix}`;
}
