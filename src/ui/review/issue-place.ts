import type { Method } from "#core/methods/method.ts";
import type { Draft, Parameter } from "#core/parameters/parameter.ts";
import { cellText, rawRows, rawValue } from "#core/parameters/raw.ts";

/** Where an issue is put right: `owner.locations.2.prefix` is row 3 of Locations, column Prefix. */
export interface IssuePlace {
  readonly label: string;
  readonly stepTitle: string;
}

export function issuePlace(method: Method, at: string): IssuePlace | undefined {
  const parameter = parameterAt(method, at);
  if (parameter === undefined) return undefined;
  const step = method.steps.find(({ parameters }) => parameters.includes(parameter.id));
  const { row, column } = cellAt(parameter, at);
  const columnLabel =
    parameter.control.kind === "rows"
      ? parameter.control.columns.find(({ id }) => id === column)?.label
      : undefined;
  const label = [
    parameter.label,
    ...(row === undefined ? [] : [`row ${row + 1}`]),
    ...(columnLabel === undefined ? [] : [columnLabel]),
  ].join(", ");
  return { label, stepTitle: step?.title ?? "" };
}

/** Nothing has been entered there: the value is missing rather than wrong. */
export function isMissing(method: Method, draft: Draft, at: string): boolean {
  const parameter = parameterAt(method, at);
  if (parameter === undefined) return false;
  const { row, column } = cellAt(parameter, at);
  if (row === undefined) return isEmpty(rawValue(draft, parameter.id));
  if (parameter.control.kind === "rows") {
    const cells = rawRows(draft, parameter.id)[row] ?? {};
    return column !== undefined && cellText(cells, column) === "" && isEmpty(cells[column]);
  }
  const list = rawValue(draft, parameter.id);
  return Array.isArray(list) && isEmpty(list[row]);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "string" ? value.trim() === "" : value === undefined;
}

function parameterAt(method: Method, at: string): Parameter | undefined {
  return method.parameters.find(({ id }) => at === id || at.startsWith(`${id}.`));
}

function cellAt(
  parameter: Parameter,
  at: string,
): { readonly row?: number; readonly column?: string } {
  const [row, column] = at.slice(parameter.id.length + 1).split(".");
  if (row === undefined || !/^\d+$/.test(row)) return {};
  return { row: Number(row), ...(column === undefined ? {} : { column }) };
}
