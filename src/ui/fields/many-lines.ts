import { intake } from "#core/parameters/intake.ts";
import type { Draft, Parameter, RawRow, RowsControl } from "#core/parameters/parameter.ts";
import { pastedItems, pastedLines } from "#core/parameters/pasted-items.ts";
import { rawRows, rawValue } from "#core/parameters/raw.ts";
import { type Assignment, asTexts, withValues } from "./draft-values.ts";
import { byParameter } from "./place-values.ts";
import { emptyRow, sameRow } from "./rows.ts";

export interface ManyLines {
  readonly assignments: readonly Assignment[];
  readonly said: readonly string[];
  /** Of items of the list afterwards. */
  readonly count: number;
}

/** What was understood differently than written is told for so many lines, not for hundreds. */
const SAID_MAX = 3;

/** Appends the items to a list, each once and each understood like a single paste; empty items make room. */
export function manyItems(
  parameter: Parameter,
  itemName: string,
  text: string,
  draft: Draft,
  parameters: readonly Parameter[],
): ManyLines {
  const { id } = parameter;
  const kept = textsAt(draft, parameter).filter((item) => item.trim() !== "");
  const pasted = pastedItems(text);
  let next = withValues(draft, [{ id, value: kept }]);
  const touched = new Set([id]);
  const understood: string[] = [];
  for (const item of pasted) {
    const taken = intake(item, id, next);
    const assignments =
      taken === undefined
        ? [{ id, value: [...textsAt(next, parameter), item] }]
        : byParameter(parameters, next, taken.assignments);
    next = withValues(next, assignments);
    for (const assignment of assignments) touched.add(assignment.id);
    if (taken !== undefined && assignments.length > 0) understood.push(...taken.said);
  }
  const items = [...new Set(textsAt(next, parameter))];
  next = withValues(next, [{ id, value: items }]);
  const final = next;
  return {
    assignments: [...touched].map((one) => ({
      id: one,
      value: rawValue(final, one) as Assignment["value"],
    })),
    said: [addedSentence(items.length - kept.length, pasted.length, itemName), ...few(understood)],
    count: items.length,
  };
}

/** As `manyItems`; a line that cannot be read goes into the first text column, where its error is told. */
export function manyRows(
  parameter: Parameter,
  control: RowsControl,
  text: string,
  draft: Draft,
): ManyLines {
  const empty = emptyRow(control);
  const lines = pastedLines(text);
  const rows = rawRows(draft, parameter.id).filter((row) => !sameRow({ ...empty, ...row }, empty));
  const next = [...rows];
  for (const line of lines) {
    const row = rowFromLine(control, line);
    if (!next.some((known) => sameRow(known, row))) next.push(row);
  }
  return {
    assignments: [{ id: parameter.id, value: next }],
    said: [addedSentence(next.length - rows.length, lines.length, control.itemName)],
    count: next.length,
  };
}

function textsAt(draft: Draft, { id }: Parameter): readonly string[] {
  return asTexts(rawValue(draft, id) as Assignment["value"]);
}

function rowFromLine(control: RowsControl, line: string): RawRow {
  const row = control.fromLine?.(line);
  if (row !== undefined) return { ...emptyRow(control), ...row };
  const text = control.columns.find((column) => column.control.kind === "text");
  return { ...emptyRow(control), ...(text === undefined ? {} : { [text.id]: line }) };
}

function addedSentence(added: number, lines: number, name: string): string {
  const several = (count: number) => `${count} ${name}${count === 1 ? "" : "s"}`;
  const twice = lines - added;
  return `Added ${several(added)}.${twice > 0 ? ` ${several(twice)} stood there already.` : ""}`;
}

function few(sentences: readonly string[]): readonly string[] {
  const distinct = [...new Set(sentences)];
  const more = distinct.length - SAID_MAX;
  return more > 0
    ? [...distinct.slice(0, SAID_MAX), `${more} more were understood likewise.`]
    : distinct;
}
