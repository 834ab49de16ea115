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
 * A draft whose sections are there and hold only own keys of the right kinds, from anything. Links and files are
 * written by others, so nothing about their shape can be relied on. Positions in lists stay.
 */
export function safeDraft(draft: unknown): Draft {
  const source = isRecord(draft) ? draft : {};
  const method = own(source, "method");
  return {
    method: typeof method === "string" ? method : "",
    owner: safeSection(own(source, "owner")),
    consumer: safeSection(own(source, "consumer")),
    guardrails: safeSection(own(source, "guardrails")),
    settings: safeSection(own(source, "settings")),
  };
}

function safeSection(values: unknown): { readonly [name: string]: RawValue } {
  if (!isRecord(values)) return {};
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const safe = safeValue(value);
      return safe === undefined ? [] : [[name, safe]];
    }),
  );
}

function safeValue(value: unknown): RawValue | undefined {
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (!Array.isArray(value)) return undefined;
  return value.some(isRecord)
    ? value.map((row) => (isRecord(row) ? safeRow(row) : {}))
    : value.map((item) => (typeof item === "string" ? item : ""));
}

function safeRow(row: { readonly [column: string]: unknown }): RawRow {
  return Object.fromEntries(
    Object.entries(row).flatMap(([column, cell]) => (isCell(cell) ? [[column, cell]] : [])),
  );
}

function own(record: { readonly [key: string]: unknown }, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** One cell of a row. */
export function isCell(value: unknown): value is string | boolean | readonly string[] {
  return typeof value === "string" || typeof value === "boolean" || isTexts(value);
}
