import type { Draft, Parameter, RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { cellText, rawRows } from "#core/parameters/raw.ts";
import { type Assignment, sameValue } from "./draft-values.ts";
import { emptyRow } from "./rows.ts";

export type Keys = NonNullable<RowsControl["keys"]>;

export interface KeyedRow {
  readonly key: string;
  readonly row: RawRow;
  /** Place among the raw rows, which is where issues point; undefined while the row is all default. */
  readonly index: number | undefined;
}

/** One row for each key, in the keys' order: what was said of it, or the defaults. */
export function keyedRows(
  control: RowsControl,
  keys: Keys,
  wanted: readonly string[],
  rows: readonly RawRow[],
): readonly KeyedRow[] {
  return wanted.map((key) => {
    const found = rows.findIndex((row) => cellText(row, keys.column) === key);
    const row = { ...emptyRow(control), ...rows[found], [keys.column]: key };
    return { key, row, index: found < 0 ? undefined : found };
  });
}

/** Rows keep their places, so that what was said of one of them stays beside it. */
export function withKeyedCell(
  control: RowsControl,
  keys: Keys,
  rows: readonly RawRow[],
  change: { readonly key: string; readonly column: string; readonly cell: RawRow[string] },
): readonly RawRow[] {
  const found = rows.findIndex((row) => cellText(row, keys.column) === change.key);
  if (found >= 0) {
    return rows.map((row, at) => (at === found ? { ...row, [change.column]: change.cell } : row));
  }
  return [
    ...rows,
    { ...emptyRow(control), [keys.column]: change.key, [change.column]: change.cell },
  ];
}

/**
 * What rows become when their keys change from those of `base` to those of `after`. A key that is
 * only spelled differently takes its row along: correcting a bucket's name keeps its settings. Rows
 * whose key is gone go with it, since nobody could see or mend them any more. What was said before
 * there was any key holds for the first ones.
 */
export function followKeys(
  parameters: readonly Parameter[],
  base: Draft,
  after: Draft,
): readonly Assignment[] {
  return parameters.flatMap(({ id, control }) => {
    if (control.kind !== "rows" || control.keys === undefined) return [];
    const { column, of } = control.keys;
    const keys = of(after);
    const rename = singleRename(of(base), keys);
    const rows = rawRows(base, id);
    const waiting = rows.find((row) => cellText(row, column) === "");
    if (waiting !== undefined && keys.length === 0) return [];
    const named = rows
      .map((row) =>
        cellText(row, column) === rename?.from ? { ...row, [column]: rename.to } : row,
      )
      .filter((row) => keys.includes(cellText(row, column)));
    const value = [...named, ...claimed(waiting, column, keys, named)];
    return sameValue(value, rawRows(after, id)) ? [] : [{ id, value }];
  });
}

function claimed(
  waiting: RawRow | undefined,
  column: string,
  keys: readonly string[],
  named: readonly RawRow[],
): readonly RawRow[] {
  if (waiting === undefined) return [];
  return keys
    .filter((key) => named.every((row) => cellText(row, column) !== key))
    .map((key) => ({ ...waiting, [column]: key }));
}

function singleRename(
  before: readonly string[],
  after: readonly string[],
): { readonly from: string; readonly to: string } | undefined {
  if (before.length !== after.length) return undefined;
  const changes = before.flatMap((from, index) => {
    const to = after[index];
    return to === undefined || to === from ? [] : [{ from, to }];
  });
  const [only] = changes;
  if (changes.length !== 1 || only === undefined) return undefined;
  return before.includes(only.to) || after.includes(only.from) ? undefined : only;
}
