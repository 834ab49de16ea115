import type { Draft, Issue, ParameterId, RawRow, RawValue } from "#core/parameters/parameter.ts";
import { isRecord, splitId } from "#core/parameters/raw.ts";

/** One value to be written into the draft. */
export interface Assignment {
  readonly id: ParameterId;
  readonly value: RawValue;
}

export function withValues(draft: Draft, assignments: readonly Assignment[]): Draft {
  let next = draft;
  for (const { id, value } of assignments) {
    const { section, name } = splitId(id);
    next = { ...next, [section]: { ...next[section], [name]: value } };
  }
  return next;
}

/** Raw values are plain data of a fixed order, so their text tells them apart. */
export function sameValue(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

export function asText(value: RawValue | undefined): string {
  return typeof value === "string" ? value : "";
}

export function asTexts(value: RawValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

export function asRows(value: RawValue | undefined): readonly RawRow[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is RawRow => isRecord(item));
}

/** Whether `at` is the parameter itself or a row or cell of it. */
export function isWithin(at: string | undefined, id: string): boolean {
  return at !== undefined && (at === id || at.startsWith(`${id}.`));
}

export function issuesWithin(issues: readonly Issue[], id: string): readonly Issue[] {
  return issues.filter((issue) => isWithin(issue.at, id));
}

/** What to show at one place: its errors, or when there are none its warnings. */
export interface PlaceIssues {
  readonly error: string | undefined;
  readonly warning: string | undefined;
}

export function issuesAt(issues: readonly Issue[], at: string): PlaceIssues {
  const sentences = (severity: Issue["severity"]) => {
    const found = issues.filter((issue) => issue.at === at && issue.severity === severity);
    return found.length === 0 ? undefined : found.map(({ message }) => message).join(" ");
  };
  return { error: sentences("error"), warning: sentences("warning") };
}

/** Issues are made anew with every keystroke anywhere; the sentences rarely change. */
export function sameIssues(one: readonly Issue[], other: readonly Issue[]): boolean {
  return (
    one.length === other.length &&
    one.every((issue, index) => {
      const same = other[index];
      return (
        issue.message === same?.message && issue.at === same.at && issue.severity === same.severity
      );
    })
  );
}
