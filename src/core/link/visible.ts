import type { Method } from "#core/methods/method.ts";
import type {
  Draft,
  Parameter,
  RawRow,
  RawValue,
  RowsControl,
} from "#core/parameters/parameter.ts";
import { rawRows, rawValue, splitId } from "#core/parameters/raw.ts";

export function withValue(draft: Draft, parameter: Parameter, value: RawValue): Draft {
  const { section, name } = splitId(parameter.id);
  return { ...draft, [section]: { ...draft[section], [name]: value } };
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
  if (rawValue(draft, parameter.id) === parameter.default) return draft;
  if (parameter.appliesWhen && !parameter.appliesWhen(draft)) {
    return withValue(draft, parameter, parameter.default);
  }
  const { control } = parameter;
  if (control.kind !== "rows") return draft;
  const before = rawRows(draft, parameter.id);
  const rows = before.map((row) => withoutHiddenCells(control, row, draft));
  const changed = rows.some((row, index) => row !== before[index]);
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
