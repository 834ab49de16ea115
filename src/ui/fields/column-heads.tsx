import type { Column, ParameterId } from "#core/parameters/parameter.ts";
import { controlId } from "./focus-place.ts";
import { exampleText } from "./simple-control.tsx";
import { WhereToFind } from "./where.tsx";

export function columnHelpId(parameterId: ParameterId, column: string): string {
  return `${controlId(parameterId)}-${column}-help`;
}

/** What each column means, once above the rows. */
export function ColumnHeads(props: {
  readonly id: ParameterId;
  readonly columns: readonly Column[];
}) {
  return (
    <>
      <div className="rows-head">
        {props.columns.map((column) => (
          <div key={column.id} className="rows-head-cell">
            <span className="group-label" aria-hidden="true">
              {column.label}
            </span>
            <span className="group-help" id={columnHelpId(props.id, column.id)}>
              {column.help} {exampleText(column.control, column.example)}
            </span>
          </div>
        ))}
      </div>
      <ColumnPlaces columns={props.columns} />
    </>
  );
}

/** Where each column's value is found. */
export function ColumnPlaces(props: { readonly columns: readonly Column[] }) {
  const findable = props.columns.flatMap(({ id, label, where }) =>
    where === undefined ? [] : [{ id, label, where }],
  );
  if (findable.length === 0) return null;
  return (
    <div className="rows-where">
      {findable.map(({ id, label, where }) => (
        <WhereToFind key={id} label={label} named where={where} />
      ))}
    </div>
  );
}

/** Text takes what the others leave; used by the grid of `.rows`. */
export function columnWidths(columns: readonly Column[]): React.CSSProperties {
  const widths = columns.map(({ control }) => {
    if (control.kind === "choices") return "minmax(156px, 0.8fr)";
    if (control.kind === "toggle") return "80px";
    return control.kind === "text" && control.width === "narrow" ? "150px" : "minmax(0, 1fr)";
  });
  return { "--columns": widths.join(" ") } as React.CSSProperties;
}
