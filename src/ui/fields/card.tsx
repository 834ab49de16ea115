import FormField from "@cloudscape-design/components/form-field";
import { memo } from "react";
import type { Issue, RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { CellMessage } from "./cell.tsx";
import { issuesAt, sameIssues } from "./draft-values.ts";
import { controlId } from "./focus-place.ts";
import { sameRow } from "./rows.ts";
import { exampleText, SimpleField } from "./simple-control.tsx";
import { WhereToFind } from "./where.tsx";

interface CardProps {
  readonly at: string;
  /** The key. */
  readonly name: string;
  readonly control: RowsControl;
  /** Ids of the columns that apply, joined: a text compares cheaply. */
  readonly columns: string;
  readonly row: RawRow;
  /** One of many: as small as can be. */
  readonly compact: boolean;
  readonly issues: readonly Issue[];
  readonly onChange: (key: string, column: string, cell: RawRow[string]) => void;
}

/** Drawn again only when something of this row is new. */
export const Card = memo(function Card(props: CardProps) {
  const { at, name, control, row, compact, issues } = props;
  const applying = props.columns.split(" ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out like the other headings
    <div
      className={compact ? "card card-compact" : "card"}
      role="group"
      aria-label={`${control.itemName} ${name}`}
      data-at={at}
    >
      <div className="card-title">{name}</div>
      <CellMessage id={`${controlId(at)}-message`} issues={issuesAt(issues, at)} />
      {control.columns.map((column) => {
        if (!applying.includes(column.id)) return null;
        const place = `${at}.${column.id}`;
        const found = issuesAt(issues, place);
        return (
          <div key={column.id} data-at={place} className="field">
            <FormField
              stretch
              controlId={controlId(place)}
              label={column.label}
              description={column.help}
              constraintText={exampleText(column.control, column.example)}
              errorText={found.error}
              warningText={found.error === undefined ? found.warning : undefined}
            >
              <SimpleField
                control={column.control}
                label={column.label}
                value={row[column.id] ?? column.default}
                onChange={(cell) => props.onChange(name, column.id, cell as RawRow[string])}
                compact={compact && column.control.kind === "choice"}
                a11y={{ controlId: controlId(place) }}
              />
            </FormField>
            {column.where !== undefined && !compact && (
              <WhereToFind label={`${column.label}, ${name}`} where={column.where} />
            )}
          </div>
        );
      })}
    </div>
  );
}, sameCard);

function sameCard(one: CardProps, other: CardProps): boolean {
  return (
    one.at === other.at &&
    one.name === other.name &&
    one.control === other.control &&
    one.columns === other.columns &&
    one.compact === other.compact &&
    one.onChange === other.onChange &&
    sameRow(one.row, other.row) &&
    sameIssues(one.issues, other.issues)
  );
}
