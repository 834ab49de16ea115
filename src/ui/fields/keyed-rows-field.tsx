import FormField from "@cloudscape-design/components/form-field";
import Pagination from "@cloudscape-design/components/pagination";
import type { Column, Issue, Parameter, RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { rawRows } from "#core/parameters/raw.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { CellMessage } from "./cell.tsx";
import { asRows, issuesAt } from "./draft-values.ts";
import { useFields, useFieldValue } from "./fields-context.tsx";
import { controlId } from "./focus-place.ts";
import { GroupHead, groupA11y } from "./group-head.tsx";
import { type Keys, keyedRows, withKeyedCell } from "./keyed-rows.ts";
import { exampleText, SimpleField } from "./simple-control.tsx";
import { usePages } from "./use-pages.ts";
import { WhereToFind } from "./where.tsx";

const PAGE_SIZE = 5;

/** Rows that follow other values: one card for each, with whole fields in it; none is added or removed here. */
export function KeyedRowsField(props: {
  readonly parameter: Parameter;
  readonly control: RowsControl;
  readonly keys: Keys;
  readonly issues: readonly Issue[];
}) {
  const { parameter, control, keys, issues } = props;
  const { change, current } = useFields();
  const { draft } = useSharing();
  const value = asRows(useFieldValue(parameter.id));
  const cards = keyedRows(control, keys, keys.of(draft), value);
  const pages = usePages(parameter.id, cards.length, PAGE_SIZE);
  const changeCell = (key: string, column: string, cell: RawRow[string]) => {
    const rows = rawRows(current(), parameter.id);
    change(
      [{ id: parameter.id, value: withKeyedCell(control, keys, rows, { key, column, cell }) }],
      `${parameter.id}.${key}.${column}`,
    );
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: its label and help stand elsewhere than a legend can
    <div role="group" {...groupA11y(parameter.id)}>
      <GroupHead id={parameter.id} text={parameter} issues={issues} withExample={false} />
      {cards.length === 0 && (
        <p className="group-help">One appears here for each {control.itemName} named above.</p>
      )}
      {cards.slice(pages.from, pages.to).map(({ key, row, index }) => (
        <Card
          key={key}
          at={`${parameter.id}.${index ?? `of-${key.replaceAll(".", "-")}`}`}
          name={key}
          control={control}
          columns={control.columns.filter(
            (column) => column.id !== keys.column && column.appliesWhen?.(row, draft) !== false,
          )}
          row={row}
          issues={issues}
          onChange={(column, cell) => changeCell(key, column, cell)}
        />
      ))}
      {pages.pageCount > 1 && (
        <Pagination
          currentPageIndex={pages.page + 1}
          pagesCount={pages.pageCount}
          ariaLabels={{ paginationLabel: `Pages of ${control.itemName}s` }}
          onChange={({ detail }) => pages.show(detail.currentPageIndex - 1)}
        />
      )}
    </div>
  );
}

function Card(props: {
  readonly at: string;
  readonly name: string;
  readonly control: RowsControl;
  readonly columns: readonly Column[];
  readonly row: RawRow;
  readonly issues: readonly Issue[];
  readonly onChange: (column: string, cell: RawRow[string]) => void;
}) {
  const { at, name, row, issues } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a legend cannot be laid out like the other headings
    <div
      className="card"
      role="group"
      aria-label={`${props.control.itemName} ${name}`}
      data-at={at}
    >
      <div className="card-title">{name}</div>
      <CellMessage id={`${controlId(at)}-message`} issues={issuesAt(issues, at)} />
      {props.columns.map((column) => {
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
                onChange={(cell) => props.onChange(column.id, cell as RawRow[string])}
                compact={false}
                a11y={{ controlId: controlId(place) }}
              />
            </FormField>
            {column.where !== undefined && (
              <WhereToFind label={`${column.label}, ${name}`} where={column.where} />
            )}
          </div>
        );
      })}
    </div>
  );
}
