import type { Draft, Parameter, RawRow, RawValue } from "#core/parameters/parameter.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { type Assignment, asRows, asTexts, isWithin } from "./draft-values.ts";
import { emptyRow } from "./rows.ts";

/** A value for a parameter or for one cell of it (`owner.locations.2.prefix`). */
export interface PlaceValue {
  readonly id: string;
  readonly value: RawValue;
}

/** The same as whole values of parameters, one each; places nobody knows are left out. */
export function byParameter(
  parameters: readonly Parameter[],
  draft: Draft,
  places: readonly PlaceValue[],
): readonly Assignment[] {
  const values = new Map<Parameter, RawValue>();
  for (const { id, value } of places) {
    const parameter = parameters.find((one) => isWithin(id, one.id));
    if (parameter === undefined) continue;
    const before = values.get(parameter) ?? (rawValue(draft, parameter.id) as RawValue);
    const path = id.slice(parameter.id.length + 1);
    values.set(parameter, path === "" ? value : withPlace(parameter, before, path, value));
  }
  return [...values].map(([{ id }, value]) => ({ id, value }));
}

/** The text that stands at a place of a parameter; undefined when it is none, or empty. */
export function textAt(parameter: Parameter, draft: Draft, at: string): string | undefined {
  const value = rawValue(draft, parameter.id) as RawValue | undefined;
  const [index = "", column = ""] = at.slice(parameter.id.length + 1).split(".");
  const { kind } = parameter.control;
  const found =
    kind === "rows"
      ? asRows(value)[Number(index)]?.[column]
      : kind === "list"
        ? asTexts(value)[Number(index)]
        : value;
  return typeof found === "string" && found.trim() !== "" ? found : undefined;
}

function withPlace(
  { control }: Parameter,
  before: RawValue,
  path: string,
  value: RawValue,
): RawValue {
  const [first = "", column] = path.split(".");
  const index = Number.parseInt(first, 10);
  if (Number.isNaN(index)) return before;
  if (control.kind === "list" && typeof value === "string") {
    return withItem(asTexts(before), index, value);
  }
  if (control.kind !== "rows" || column === undefined) return before;
  const rows = asRows(before);
  const row = { ...emptyRow(control), ...rows[index], [column]: value as RawRow[string] };
  return withItem(rows, index, row);
}

/** One past the end appends: an empty list shows one empty row that is not in the value yet. */
function withItem<Item>(items: readonly Item[], index: number, item: Item): readonly Item[] {
  return index < items.length ? items.with(index, item) : [...items, item];
}
