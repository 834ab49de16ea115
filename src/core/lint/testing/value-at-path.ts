import type { JsonPath } from "#core/policy/json-place.ts";

export function valueAtPath(json: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === "object" && value !== null
        ? (value as Readonly<Record<string | number, unknown>>)[step]
        : undefined,
    json,
  );
}
