import type { Draft, ParameterId, RawRow, RawValue, Section } from "./parameter.ts";

export const SECTIONS: readonly Section[] = ["owner", "consumer", "guardrails", "settings"];

/** `owner.account` → section and name inside it. */
export function splitId(id: ParameterId): { readonly section: Section; readonly name: string } {
  const dot = id.indexOf(".");
  return { section: id.slice(0, dot) as Section, name: id.slice(dot + 1) };
}

/** The value as typed, whatever it is; a key that only the prototype has is not a value. */
export function rawValue(draft: Draft, id: ParameterId): unknown {
  const { section, name } = splitId(id);
  const values: unknown = draft[section];
  return isRecord(values) && Object.hasOwn(values, name) ? values[name] : undefined;
}

/** Trimmed text of a value, "" when it is none. */
export function rawText(draft: Draft, id: ParameterId): string {
  const value = rawValue(draft, id);
  return typeof value === "string" ? value.trim() : "";
}

/** The rows of a value; what is no row counts as an empty one, so that positions stay. */
export function rawRows(draft: Draft, id: ParameterId): readonly RawRow[] {
  const value = rawValue(draft, id);
  return Array.isArray(value) ? value.map((row) => (isRecord(row) ? (row as RawRow) : {})) : [];
}

/** Trimmed text of one cell, "" when it is none. */
export function cellText(row: RawRow, column: string): string {
  const value = Object.hasOwn(row, column) ? row[column] : undefined;
  return typeof value === "string" ? value.trim() : "";
}

/**
 * A draft whose sections are there and hold only own keys, from anything. Links and files are written by others,
 * so nothing about their shape can be relied on.
 */
export function safeDraft(draft: unknown): Draft {
  const source = isRecord(draft) ? draft : {};
  const section = (name: Section): { readonly [key: string]: RawValue } => {
    const values = Object.hasOwn(source, name) ? source[name] : undefined;
    if (!isRecord(values)) return {};
    return Object.fromEntries(
      Object.entries(values).filter((entry): entry is [string, RawValue] => isRawValue(entry[1])),
    );
  };
  const method = Object.hasOwn(source, "method") ? source["method"] : undefined;
  return {
    method: typeof method === "string" ? method : "",
    owner: section("owner"),
    consumer: section("consumer"),
    guardrails: section("guardrails"),
    settings: section("settings"),
  };
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isRow(value: unknown): value is RawRow {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (cell) => typeof cell === "string" || typeof cell === "boolean" || isTexts(cell),
    )
  );
}

export function isRows(value: unknown): value is readonly RawRow[] {
  return Array.isArray(value) && value.every(isRow);
}

export function isRawValue(value: unknown): value is RawValue {
  return typeof value === "string" || typeof value === "boolean" || isTexts(value) || isRows(value);
}
