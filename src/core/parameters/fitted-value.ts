import type { Column, Control, RawRow, RawValue } from "./parameter.ts";
import { isRecord, isTexts } from "./raw.ts";

/** What of a value fits its control, and what was left out of it: `""` for all, `.2.prefix` for one cell. */
export interface Fitted {
  readonly value: RawValue | undefined;
  readonly dropped: readonly string[];
}

const NOTHING: Fitted = { value: undefined, dropped: [""] };

/** Keeps the type that a control edits and nothing else; a text is never turned into anything. */
export function fittedValue(control: Control, value: unknown): Fitted {
  switch (control.kind) {
    case "text":
    case "choice":
    case "date":
      return typeof value === "string" ? { value, dropped: [] } : NOTHING;
    case "toggle":
      return typeof value === "boolean" ? { value, dropped: [] } : NOTHING;
    case "choices":
      return isTexts(value) ? { value, dropped: [] } : NOTHING;
    case "list":
      return fittedList(value);
    case "rows":
      return fittedRows(control.columns, value);
  }
}

function fittedList(value: unknown): Fitted {
  if (!Array.isArray(value)) return NOTHING;
  return {
    value: value.filter((item) => typeof item === "string"),
    dropped: value.flatMap((item, index) => (typeof item === "string" ? [] : [`.${index}`])),
  };
}

function fittedRows(columns: readonly Column[], value: unknown): Fitted {
  if (!Array.isArray(value)) return NOTHING;
  const rows: RawRow[] = [];
  const dropped: string[] = [];
  for (const [index, row] of value.entries()) {
    if (!isRecord(row)) {
      dropped.push(`.${index}`);
      continue;
    }
    const cells: [string, string | boolean | readonly string[]][] = [];
    for (const [id, cell] of Object.entries(row)) {
      const column = columns.find((one) => one.id === id);
      const fitted = column === undefined ? undefined : fittedCell(column, cell);
      if (fitted === undefined) dropped.push(`.${index}.${id}`);
      else cells.push([id, fitted]);
    }
    rows.push(Object.fromEntries(cells));
  }
  return { value: rows, dropped };
}

function fittedCell(column: Column, cell: unknown) {
  switch (column.control.kind) {
    case "text":
    case "choice":
      return typeof cell === "string" ? cell : undefined;
    case "toggle":
      return typeof cell === "boolean" ? cell : undefined;
    case "choices":
      return isTexts(cell) ? cell : undefined;
  }
}
