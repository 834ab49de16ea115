import Button from "@cloudscape-design/components/button";
import { memo } from "react";
import type { Issue, ParameterId, RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { Cell, CellMessage } from "./cell.tsx";
import { columnHelpId } from "./column-heads.tsx";
import { issuesAt, sameIssues } from "./draft-values.ts";
import { controlId } from "./focus-place.ts";
import { rowName, sameRow } from "./rows.ts";

interface RowProps {
  readonly parameterId: ParameterId;
  readonly at: string;
  readonly index: number;
  readonly row: RawRow;
  readonly control: RowsControl;
  /** Ids of the columns that apply, joined: a text compares cheaply. */
  readonly columns: string;
  readonly issues: readonly Issue[];
  readonly removable: boolean;
  readonly onChange: (index: number, column: string, cell: RawRow[string]) => void;
  readonly onRemove: (index: number) => void;
}

/** Drawn again only when something of this row is new: typing in one of fifty rows draws one. */
export const Row = memo(function Row(props: RowProps) {
  const { at, index, row, control } = props;
  const name = `${control.itemName} ${index + 1}`;
  const applying = props.columns.split(" ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
    <div className="row" role="group" aria-label={name} data-at={at}>
      {control.columns.map((column) =>
        applying.includes(column.id) ? (
          <Cell
            key={column.id}
            at={`${at}.${column.id}`}
            column={column}
            row={row}
            helpId={columnHelpId(props.parameterId, column.id)}
            issues={issuesAt(props.issues, `${at}.${column.id}`)}
            onChange={(id, cell) => props.onChange(index, id, cell)}
          />
        ) : (
          <span key={column.id} />
        ),
      )}
      <div className="row-remove">
        <Button
          variant="icon"
          iconName="remove"
          formAction="none"
          ariaLabel={`Remove ${rowName(control, row, index)}`}
          disabled={!props.removable}
          onClick={() => props.onRemove(index)}
        />
      </div>
      <CellMessage id={`${controlId(at)}-message`} issues={issuesAt(props.issues, at)} />
    </div>
  );
}, sameRowProps);

function sameRowProps(one: RowProps, other: RowProps): boolean {
  return (
    one.at === other.at &&
    one.columns === other.columns &&
    one.removable === other.removable &&
    one.control === other.control &&
    one.onChange === other.onChange &&
    sameRow(one.row, other.row) &&
    sameIssues(one.issues, other.issues)
  );
}
