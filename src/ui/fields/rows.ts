import type { RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { sameValue } from "./draft-values.ts";

export function emptyRow(control: RowsControl): RawRow {
  return Object.fromEntries(control.columns.map((column) => [column.id, column.default]));
}

export function sameRow(one: RawRow, other: RawRow): boolean {
  const columns = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...columns].every((column) => sameValue(one[column], other[column]));
}

/** What tells one row from the others: its first text, or else only its number. */
export function rowName(control: RowsControl, row: RawRow, index: number): string {
  const first = control.columns.find((column) => column.control.kind === "text");
  const text = first === undefined ? undefined : row[first.id];
  const name = `${control.itemName} ${index + 1}`;
  return typeof text === "string" && text !== "" ? `${name}, ${text}` : name;
}
