import { useCallback } from "react";
import type { Issue, Parameter, RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { rawRows } from "#core/parameters/raw.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { ColumnHeads, columnWidths } from "./column-heads.tsx";
import { asRows, issuesWithin } from "./draft-values.ts";
import { useFields, useFieldValue } from "./fields-context.tsx";
import { GroupHead, groupA11y } from "./group-head.tsx";
import { ListFooter } from "./list-footer.tsx";
import { manyRows } from "./many-lines.ts";
import type { Notices } from "./notice.tsx";
import { Row } from "./row.tsx";
import { emptyRow, rowName } from "./rows.ts";
import { useFocusAfterRender } from "./use-focus-after-render.ts";
import { usePages } from "./use-pages.ts";

const PAGE_SIZE = 15;

export function RowsField(props: {
  readonly parameter: Parameter;
  readonly control: RowsControl;
  readonly issues: readonly Issue[];
  readonly notices: Notices;
}) {
  const { parameter, control, issues, notices } = props;
  const { change, current, forget } = useFields();
  const { draft } = useSharing();
  const value = asRows(useFieldValue(parameter.id));
  const rows = value.length === 0 ? [emptyRow(control)] : value;
  const pages = usePages(parameter.id, rows.length, PAGE_SIZE);
  const focusNext = useFocusAfterRender();

  const changeCell = useCallback(
    (index: number, column: string, cell: RawRow[string]) => {
      const now = rawRows(current(), parameter.id);
      const filled = now.length === 0 ? [emptyRow(control)] : now;
      const next = filled.map((row, at) => (at === index ? { ...row, [column]: cell } : row));
      change([{ id: parameter.id, value: next }], `${parameter.id}.${index}.${column}`);
    },
    [change, current, parameter, control],
  );
  const { apply } = notices;
  const removeRow = useCallback(
    (index: number) => {
      const now = rawRows(current(), parameter.id);
      apply(
        [{ id: parameter.id, value: now.filter((_, at) => at !== index) }],
        [`Removed ${rowName(control, now[index] ?? {}, index)}.`],
      );
      forget(parameter.id);
      focusNext(`${parameter.id}.${Math.max(0, Math.min(index, now.length - 2))}`);
    },
    [apply, current, forget, focusNext, parameter, control],
  );
  const add = () => {
    change([{ id: parameter.id, value: [...rows, emptyRow(control)] }], parameter.id);
    pages.show(Math.floor(rows.length / PAGE_SIZE));
    focusNext(`${parameter.id}.${rows.length}`);
  };
  const pasteMany = (text: string) => {
    const many = manyRows(parameter, control, text, current());
    notices.apply(many.assignments, many.said);
    pages.show(Math.floor(Math.max(0, many.count - 1) / PAGE_SIZE));
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: its label and help stand elsewhere than a legend can
    <div role="group" {...groupA11y(parameter.id)}>
      <GroupHead id={parameter.id} text={parameter} issues={issues} withExample={false} />
      <div className="rows" style={columnWidths(control.columns)}>
        <ColumnHeads id={parameter.id} columns={control.columns} />
        {rows.slice(pages.from, pages.to).map((row, offset) => {
          const index = pages.from + offset;
          const at = `${parameter.id}.${index}`;
          const columns = control.columns.filter(
            (column) => column.appliesWhen?.(row, draft) !== false,
          );
          return (
            <Row
              key={at}
              parameterId={parameter.id}
              at={at}
              index={index}
              row={row}
              control={control}
              columns={columns.map(({ id }) => id).join(" ")}
              issues={issuesWithin(issues, at)}
              removable={value.length > 0}
              onChange={changeCell}
              onRemove={removeRow}
            />
          );
        })}
      </div>
      <ListFooter
        addLabel={control.addLabel}
        itemName={control.itemName}
        example={parameter.example}
        count={rows.length}
        pages={pages}
        onAdd={add}
        onPasteMany={pasteMany}
      />
    </div>
  );
}
