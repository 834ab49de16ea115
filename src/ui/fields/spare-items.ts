import type {
  Draft,
  Parameter,
  RawRow,
  RawValue,
  RowsControl,
} from "#core/parameters/parameter.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { type Assignment, asRows, asTexts } from "./draft-values.ts";
import { emptyRow, sameRow } from "./rows.ts";

/** The lists in which something was added and nothing typed, without it. Rows that follow other values stay. */
export function withoutEmptyItems(
  parameters: readonly Parameter[],
  draft: Draft,
): readonly Assignment[] {
  return parameters.flatMap(({ id, control }): readonly Assignment[] => {
    const value = rawValue(draft, id) as RawValue | undefined;
    if (control.kind === "list") {
      return fewer(id, asTexts(value), (text) => text.trim() !== "");
    }
    if (control.kind !== "rows" || control.keys !== undefined) return [];
    return fewer(id, asRows(value), (row) => !isEmptyRow(control, row));
  });
}

function isEmptyRow(control: RowsControl, row: RawRow): boolean {
  const trimmed = Object.entries(row).map(([column, cell]) => [
    column,
    typeof cell === "string" ? cell.trim() : cell,
  ]);
  return sameRow(Object.fromEntries(trimmed), emptyRow(control));
}

function fewer<Item extends string | RawRow>(
  id: Assignment["id"],
  items: readonly Item[],
  isKept: (item: Item) => boolean,
): readonly Assignment[] {
  const kept = items.filter(isKept);
  return kept.length === items.length ? [] : [{ id, value: kept as Assignment["value"] }];
}
