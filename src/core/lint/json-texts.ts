import type { JsonPath } from "#core/policy/json-place.ts";

interface JsonText {
  readonly text: string;
  readonly path: JsonPath;
}

/** Every text of a JSON value, names included (at their value's place). With a stack: nesting may be deep. */
export function jsonTexts(json: unknown): readonly JsonText[] {
  const found: JsonText[] = [];
  const waiting: { readonly value: unknown; readonly path: JsonPath }[] = [
    { value: json, path: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (typeof value === "string") found.push({ text: value, path });
    if (typeof value !== "object" || value === null || path.length > DEEPEST) continue;
    const isList = Array.isArray(value);
    for (const [name, item] of Object.entries(value)) {
      const inner = [...path, isList ? Number(name) : name];
      if (!isList) found.push({ text: name, path: inner });
      waiting.push({ value: item, path: inner });
    }
  }
  return found.reverse();
}

/** A policy has no more than six levels. */
const DEEPEST = 12;

/** Whether a value has levels that no policy has. Thousands of them are more than JSON can be written with. */
export function isTooDeep(json: unknown): boolean {
  let level: readonly unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((value) =>
      typeof value === "object" && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}
