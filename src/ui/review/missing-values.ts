import type { Method, Prepared } from "#core/methods/method.ts";
import type { Draft, Issue } from "#core/parameters/parameter.ts";
import { cellText, rawRows, rawValue } from "#core/parameters/raw.ts";
import { parameterOf } from "#ui/wizard/step-progress.ts";

/** "3 values are missing, 1 needs correction": what stands between the draft and its documents. */
export function missingHeader({ method, draft, issues }: Prepared): string {
  const errors = issues.filter(({ severity }) => severity === "error");
  const missing = errors.filter((issue) => isMissing(method, draft, issue)).length;
  const wrong = errors.length - missing;
  if (missing === 0) return `${values(wrong)} ${wrong === 1 ? "needs" : "need"} correction`;
  const first = `${values(missing)} ${missing === 1 ? "is" : "are"} missing`;
  return wrong === 0 ? first : `${first}, ${wrong} ${wrong === 1 ? "needs" : "need"} correction`;
}

/** Nothing has been entered at the place of the issue: the value is missing rather than wrong. */
export function isMissing(method: Method, draft: Draft, { at }: Issue): boolean {
  const parameter = at === undefined ? undefined : parameterOf(method, at);
  if (at === undefined || parameter === undefined) return false;
  const value = rawValue(draft, parameter.id);
  const [row, column] = at.slice(parameter.id.length + 1).split(".");
  if (row === undefined || row === "") return isEmpty(value);
  if (parameter.control.kind === "rows") {
    const cells = rawRows(draft, parameter.id)[Number(row)];
    if (cells === undefined || column === undefined) return false;
    return cellText(cells, column) === "" && isEmpty(cells[column]);
  }
  return Array.isArray(value) && isEmpty(value[Number(row)]);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "string" ? value.trim() === "" : value === undefined;
}

function values(count: number): string {
  return count === 1 ? "1 value" : `${count} values`;
}
