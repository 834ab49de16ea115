import Icon from "@cloudscape-design/components/icon";
import type { Column, RawRow } from "#core/parameters/parameter.ts";
import type { PlaceIssues } from "./draft-values.ts";
import { controlId } from "./focus-place.ts";
import { SimpleField } from "./simple-control.tsx";

/** One value of a row, with its label (hidden where a column head says it) and its message. */
export function Cell(props: {
  readonly at: string;
  readonly column: Column;
  readonly row: RawRow;
  /** Id of the column's help, which stands in the column head. */
  readonly helpId: string;
  readonly issues: PlaceIssues;
  readonly onChange: (column: string, value: RawRow[string]) => void;
}) {
  const { at, column, issues } = props;
  const id = controlId(at);
  const group = column.control.kind === "choices";
  const message = issues.error ?? issues.warning;
  return (
    <>
      <div className="cell" data-at={at}>
        {group ? (
          <span className="cell-label" id={`${id}-label`}>
            {column.label}
          </span>
        ) : (
          <label className="cell-label" id={`${id}-label`} htmlFor={id}>
            {column.label}
          </label>
        )}
        <SimpleField
          control={column.control}
          label={column.label}
          value={props.row[column.id] ?? column.default}
          onChange={(value) => props.onChange(column.id, value as RawRow[string])}
          compact
          a11y={{
            controlId: id,
            ariaLabelledby: `${id}-label`,
            ariaDescribedby: message === undefined ? props.helpId : `${props.helpId} ${id}-message`,
            invalid: issues.error !== undefined,
            warning: issues.error === undefined && issues.warning !== undefined,
          }}
        />
      </div>
      <CellMessage id={`${id}-message`} issues={issues} />
    </>
  );
}

/** Its words may be many, so it gets the width of all columns where they stand side by side. */
export function CellMessage(props: { readonly id: string; readonly issues: PlaceIssues }) {
  const { error, warning } = props.issues;
  if (error === undefined && warning === undefined) return null;
  return (
    <div
      className={error === undefined ? "cell-message cell-warning" : "cell-message"}
      id={props.id}
    >
      <Icon
        name={error === undefined ? "status-warning" : "status-negative"}
        size="small"
        ariaLabel={error === undefined ? "Warning" : "Error"}
      />
      <span>{error ?? warning}</span>
    </div>
  );
}
