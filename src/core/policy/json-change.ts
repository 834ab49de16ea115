import type { JsonPath } from "./json-place.ts";

/** A new value at a place of a document; `undefined` takes away what is there. */
export interface JsonChange {
  readonly path: JsonPath;
  readonly value: unknown;
}

/** The value with the changes made, one after the other. A place that is not there changes nothing. */
export function changedJson(value: unknown, changes: readonly JsonChange[]): unknown {
  return changes.reduce((before, { path, value: next }) => changedAt(before, path, next), value);
}

function changedAt(value: unknown, path: JsonPath, next: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return next;
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    if (typeof step !== "number" || step >= items.length) return value;
    if (rest.length === 0 && next === undefined) return items.toSpliced(step, 1);
    return items.with(step, changedAt(items[step], rest, next));
  }
  if (typeof value !== "object" || value === null || typeof step !== "string") return value;
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  if (rest.length === 0 && next === undefined) {
    return Object.fromEntries(entries.filter(([name]) => name !== step));
  }
  if (!Object.hasOwn(value, step)) {
    return rest.length > 0 ? value : Object.fromEntries([...entries, [step, next]]);
  }
  return Object.fromEntries(
    entries.map(([name, item]) => [name, name === step ? changedAt(item, rest, next) : item]),
  );
}
