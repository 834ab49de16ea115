import type { Method } from "#core/methods/method.ts";
import type {
  Draft,
  Parameter,
  RawRow,
  RawValue,
  RowsControl,
  Section,
} from "#core/parameters/parameter.ts";

export function draftValue(draft: Draft, parameter: Parameter): RawValue | undefined {
  const [section, name] = placeOf(parameter);
  return Object.hasOwn(draft[section], name) ? draft[section][name] : undefined;
}

export function withValue(draft: Draft, parameter: Parameter, value: RawValue): Draft {
  const [section, name] = placeOf(parameter);
  return { ...draft, [section]: { ...draft[section], [name]: value } };
}

function placeOf(parameter: Parameter): [Section, string] {
  const dot = parameter.id.indexOf(".");
  return [parameter.id.slice(0, dot) as Section, parameter.id.slice(dot + 1)];
}

/**
 * What is hidden does not travel: hidden fields and cells are put back to their defaults. One field
 * can hide another, so this goes on until nothing changes.
 */
export function withoutHidden(method: Method, draft: Draft): Draft {
  let current = draft;
  for (let round = 0; round < method.parameters.length; round += 1) {
    const before = current;
    for (const parameter of method.parameters) current = withoutHiddenValue(parameter, current);
    if (current === before) break;
  }
  return current;
}

function withoutHiddenValue(parameter: Parameter, draft: Draft): Draft {
  const value = draftValue(draft, parameter);
  if (value === undefined || value === parameter.default) return draft;
  if (parameter.appliesWhen && !parameter.appliesWhen(draft)) {
    return withValue(draft, parameter, parameter.default);
  }
  const { control } = parameter;
  if (control.kind !== "rows" || !Array.isArray(value)) return draft;
  const rows = (value as readonly RawRow[]).map((row) => withoutHiddenCells(control, row, draft));
  const changed = rows.some((row, index) => row !== value[index]);
  return changed ? withValue(draft, parameter, rows) : draft;
}

function withoutHiddenCells(control: RowsControl, row: RawRow, draft: Draft): RawRow {
  let current = row;
  for (const column of control.columns) {
    const hidden = column.appliesWhen && !column.appliesWhen(current, draft);
    if (hidden && current[column.id] !== column.default) {
      current = { ...current, [column.id]: column.default };
    }
  }
  return current;
}
