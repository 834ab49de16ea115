import Pagination from "@cloudscape-design/components/pagination";
import { useCallback } from "react";
import type { Issue, Parameter, RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { rawRows } from "#core/parameters/raw.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { Card } from "./card.tsx";
import { ColumnPlaces } from "./column-heads.tsx";
import { asRows, issuesWithin } from "./draft-values.ts";
import { useFields, useFieldValue } from "./fields-context.tsx";
import { GroupHead, groupA11y } from "./group-head.tsx";
import { type Keys, keyedRows, withKeyedCell } from "./keyed-rows.ts";
import { usePages } from "./use-pages.ts";

const PAGE_SIZE = 10;
/** More of them are drawn small, and where their values are found is told once above them. */
const FULL_CARDS_MAX = 2;
const NO_ISSUES: readonly Issue[] = [];

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
  const compact = cards.length > FULL_CARDS_MAX;
  const changeCell = useCallback(
    (key: string, column: string, cell: RawRow[string]) => {
      const rows = rawRows(current(), parameter.id);
      change(
        [{ id: parameter.id, value: withKeyedCell(control, keys, rows, { key, column, cell }) }],
        `${parameter.id}.${key}.${column}`,
      );
    },
    [change, current, parameter, control, keys],
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: its label and help stand elsewhere than a legend can
    <div role="group" {...groupA11y(parameter.id)}>
      <GroupHead id={parameter.id} text={parameter} issues={issues} withExample={false} />
      {compact && <ColumnPlaces columns={control.columns.filter(({ id }) => id !== keys.column)} />}
      {cards.length === 0 && (
        <p className="group-help">
          Fill in the locations first: one appears here for each {control.itemName}.
        </p>
      )}
      {cards.slice(pages.from, pages.to).map(({ key, row, index }) => (
        <Card
          key={key}
          at={`${parameter.id}.${index ?? `of-${key.replaceAll(".", "-")}`}`}
          name={key}
          control={control}
          columns={control.columns
            .filter(
              (column) => column.id !== keys.column && column.appliesWhen?.(row, draft) !== false,
            )
            .map(({ id }) => id)
            .join(" ")}
          row={row}
          compact={compact}
          issues={
            index === undefined ? NO_ISSUES : issuesWithin(issues, `${parameter.id}.${index}`)
          }
          onChange={changeCell}
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
