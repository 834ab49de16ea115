import { escapeText, escapeWithColons, unescapeText } from "#core/link/escape.ts";
import type { Column, Control, RawRow, RawValue } from "#core/parameters/parameter.ts";

/** In a row: empty although the column's default is not. A segment with nothing is the default. */
const EMPTY = "~";
const YES = "yes";
const NO = "no";

/** More than AWS's document sizes have room for; a link with more is not one of ours. */
export const MAX_ITEMS = 1_000;

/** A value as it stands in a link, readable by a person. It has passed `fittedValue`. */
export function encodeValue(control: Control, value: RawValue): string {
  if (typeof value === "boolean") return value ? YES : NO;
  if (typeof value === "string") return escapeWithColons(value);
  if (control.kind === "rows") {
    return join(
      value.filter((row) => typeof row === "object").map((row) => encodeRow(control.columns, row)),
      ";",
    );
  }
  return join(value.filter((item) => typeof item === "string").map(escapeWithColons), ",");
}

/** Undefined when the text cannot stand for a value of this control. */
export function decodeValue(control: Control, text: string): RawValue | undefined {
  switch (control.kind) {
    case "text":
    case "choice":
    case "date":
      return unescapeText(text);
    case "toggle":
      return decodeToggle(text);
    case "choices":
    case "list":
      return decodeAll(split(text, ","), unescapeText);
    case "rows":
      return decodeAll(split(text, ";"), (row) => decodeRow(control.columns, row));
  }
}

function encodeRow(columns: readonly Column[], row: RawRow): string {
  const cells = columns.map((column) => encodeCell(column, row[column.id] ?? column.default));
  while (cells.length > 1 && cells.at(-1) === "") cells.pop();
  return cells.join(",");
}

function encodeCell(column: Column, value: string | boolean | readonly string[]): string {
  if (sameValue(value, column.default)) return "";
  if (typeof value === "boolean") return value ? YES : NO;
  if (typeof value === "string") return escapeWithColons(value) || EMPTY;
  return join(value.map(escapeText), ":") || EMPTY;
}

function decodeRow(columns: readonly Column[], text: string): RawRow | undefined {
  const cells = text.split(",");
  if (cells.length > columns.length) return undefined;
  const entries = columns.map((column, index) => {
    const cell = cells[index] ?? "";
    return [column.id, cell === "" ? column.default : decodeCell(column, cell)] as const;
  });
  if (entries.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(entries) as RawRow;
}

function decodeCell(column: Column, cell: string): RawRow[string] | undefined {
  switch (column.control.kind) {
    case "text":
    case "choice":
      return cell === EMPTY ? "" : unescapeText(cell);
    case "toggle":
      return decodeToggle(cell);
    case "choices":
      return cell === EMPTY ? [] : decodeAll(split(cell, ":"), unescapeText);
  }
}

function decodeToggle(text: string): boolean | undefined {
  if (text === YES) return true;
  return text === NO ? false : undefined;
}

/** One empty item must differ from no item: an empty last item is followed by a separator. */
function join(items: readonly string[], separator: string): string {
  return items.join(separator) + (items.at(-1) === "" ? separator : "");
}

function split(text: string, separator: string): readonly string[] {
  if (text === "") return [];
  return (text.endsWith(separator) ? text.slice(0, -1) : text).split(separator);
}

function decodeAll<Item>(
  texts: readonly string[],
  decode: (text: string) => Item | undefined,
): Item[] | undefined {
  if (texts.length > MAX_ITEMS) return undefined;
  const items: Item[] = [];
  for (const text of texts) {
    const item = decode(text);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

export function sameValue(left: RawValue, right: RawValue): boolean {
  if (typeof left !== "object" || typeof right !== "object") return left === right;
  return (
    left.length === right.length &&
    left.every((item, index) => sameItem(item, right[index] as string | RawRow))
  );
}

function sameItem(left: string | RawRow, right: string | RawRow): boolean {
  if (typeof left === "string" || typeof right === "string") return left === right;
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => {
      const other = right[name];
      return other !== undefined && sameValue(left[name] as RawValue, other);
    })
  );
}
