import type { Method, Prepared } from "#core/methods/method.ts";
import type { Draft, Issue } from "#core/parameters/parameter.ts";
import { cellText, rawRows, rawValue } from "#core/parameters/raw.ts";
import { parameterOf } from "#ui/wizard/step-progress.ts";

/** "3 values are missing, 1 needs correction": what stands between the draft and its documents. */
export function missingHeader(prepared: Prepared): string {
  const errors = errorsOf(prepared);
  const missing = missingCount(prepared);
  const tooLarge = errors.filter(({ at }) => at === undefined).length;
  const wrong = errors.length - missing - tooLarge;
  const parts = [
    ...(missing > 0
      ? [`${counted(missing, "value")} ${missing === 1 ? "is" : "are"} missing`]
      : []),
    ...(wrong > 0
      ? [
          `${missing > 0 ? wrong : counted(wrong, "value")} ${wrong === 1 ? "needs" : "need"} correction`,
        ]
      : []),
    ...(tooLarge > 0 ? [`${counted(tooLarge, "document")} cannot be used`] : []),
  ];
  return parts.join(", ");
}

export function missingCount(prepared: Prepared): number {
  const { method, draft } = prepared;
  return errorsOf(prepared).filter((issue) => isMissing(method, draft, issue)).length;
}

export function errorsOf({ issues }: Prepared): readonly Issue[] {
  return issues.filter(({ severity }) => severity === "error");
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

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
