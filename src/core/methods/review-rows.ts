import type { Control, Draft, Parameter, RawRow } from "#core/parameters/parameter.ts";
import { rawValue } from "#core/parameters/raw.ts";
import type { MethodStep, ReviewRow } from "./method.ts";

/** A line for each parameter that applies, in the order of the steps, made from its declaration. */
export function reviewRows(
  steps: readonly MethodStep[],
  parameters: readonly Parameter[],
  draft: Draft,
): readonly ReviewRow[] {
  return steps.flatMap((step) =>
    parameters
      .filter(
        ({ id, appliesWhen }) => step.parameters.includes(id) && (appliesWhen?.(draft) ?? true),
      )
      .map((parameter) => {
        const raw = rawValue(draft, parameter.id) ?? parameter.default;
        return {
          parameter: parameter.id,
          step: step.id,
          side: parameter.side,
          label: parameter.label,
          values: valuesOf(parameter.control, raw, draft),
          isDefault: JSON.stringify(raw) === JSON.stringify(parameter.default),
        };
      }),
  );
}

function valuesOf(control: Control, raw: unknown, draft: Draft): readonly string[] {
  switch (control.kind) {
    case "list":
      return Array.isArray(raw) ? raw.filter((item) => typeof item === "string") : [];
    case "rows":
      return Array.isArray(raw) ? raw.map((row: RawRow) => rowText(control, row, draft)) : [];
    default: {
      const text = cellValue(control, raw);
      return text === "" ? [] : [text];
    }
  }
}

function rowText(control: Extract<Control, { kind: "rows" }>, row: RawRow, draft: Draft): string {
  return control.columns
    .filter(({ appliesWhen }) => appliesWhen?.(row, draft) ?? true)
    .map((column) => {
      const cell = Object.hasOwn(row, column.id) ? row[column.id] : column.default;
      if (column.control.kind === "toggle") return cell === true ? column.label : "";
      return cellValue(column.control, cell);
    })
    .filter((text) => text !== "")
    .join(" · ");
}

function cellValue(control: Control, raw: unknown): string {
  switch (control.kind) {
    case "toggle":
      return raw === true ? "Yes" : "No";
    case "choice":
      return control.options.find(({ value }) => value === raw)?.label ?? textOf(raw);
    case "choices":
      return control.options
        .filter(({ value }) => Array.isArray(raw) && raw.includes(value))
        .map(({ label }) => label)
        .join(", ");
    default:
      return textOf(raw);
  }
}

function textOf(raw: unknown): string {
  return typeof raw === "string" ? raw.trim() : "";
}
