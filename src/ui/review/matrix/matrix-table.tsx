import Pagination from "@cloudscape-design/components/pagination";
import Select from "@cloudscape-design/components/select";
import { useId, useRef, useState } from "react";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import type { PolicyProblem } from "#core/proof/decision.ts";
import type { MatrixRow, MatrixSection } from "#core/proof/matrix.ts";
import { MatrixRows } from "./matrix-rows.tsx";

/** Above this many rows they come in pages, with a list of locations to choose from. */
const PAGE = 24;
const EVERYWHERE = "";

/** One section: a row for each thing to do, a column for each who asks. */
export function MatrixTable(props: {
  readonly section: MatrixSection;
  readonly problems: readonly PolicyProblem[];
  readonly documents: readonly EffectiveDocument[];
  readonly onlyUnexpected: boolean;
}) {
  const { section, onlyUnexpected } = props;
  const titleId = useId();
  const [where, setWhere] = useState(EVERYWHERE);
  const [asked, setAsked] = useState(1);
  const head = useRef<HTMLHeadingElement>(null);
  const places = [...new Set(section.rows.flatMap((row) => placeOf(row) ?? []))];
  const place = places.includes(where) ? where : EVERYWHERE;
  const rows = section.rows.filter(
    (row) =>
      (place === EVERYWHERE || placeOf(row) === place) &&
      (!onlyUnexpected || row.cells.some(({ ok }) => !ok)),
  );
  const pageCount = Math.max(1, Math.ceil(rows.length / PAGE));
  const page = Math.min(asked, pageCount);
  const isLong = section.rows.length > PAGE;
  return (
    <div className="matrix-section">
      <h4 id={titleId} ref={head}>
        {section.title}
      </h4>
      <p className="matrix-note">{section.note}</p>
      {isLong && (
        <div className="matrix-pages">
          <Select
            ariaLabel={`Location in “${section.title}”`}
            filteringType="auto"
            selectedOption={{
              value: place,
              label: place === EVERYWHERE ? `All ${section.rows.length} rows` : place,
            }}
            options={[
              { value: EVERYWHERE, label: `All ${section.rows.length} rows` },
              ...places.map((value) => ({ value, label: value })),
            ]}
            onChange={({ detail }) => {
              setWhere(detail.selectedOption.value ?? EVERYWHERE);
              setAsked(1);
            }}
          />
          {pageCount > 1 && (
            <Pagination
              currentPageIndex={page}
              pagesCount={pageCount}
              ariaLabels={{
                nextPageLabel: "Next page",
                previousPageLabel: "Previous page",
                pageLabel: (number) => `Page ${number} of ${pageCount}`,
              }}
              onChange={({ detail }) => setAsked(detail.currentPageIndex)}
            />
          )}
        </div>
      )}
      {rows.length === 0 ? (
        <p className="matrix-note">Everything here is as agreed.</p>
      ) : (
        <MatrixRows
          {...props}
          titleId={titleId}
          rows={rows.slice((page - 1) * PAGE, page * PAGE)}
        />
      )}
    </div>
  );
}

function placeOf({ location }: MatrixRow): string | undefined {
  return location && `${location.bucket}/${location.prefix}`;
}
