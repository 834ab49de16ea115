import fc from "fast-check";
import { expect, it } from "vitest";
import { jsonError } from "./json-error.ts";

it.each([
  ["", 1, 1, "a value"],
  ["{", 1, 2, "a name in double quotes"],
  ['{"a":1,}', 1, 8, "a name in double quotes"],
  ['{\n  "a": 1\n  "b": 2\n}', 3, 3, "a comma or }"],
  ["[1 2]", 1, 4, "a comma or ]"],
  ["[1,]", 1, 4, "a value"],
  ['{"a" 1}', 1, 6, "a colon"],
  ["{'a': 1}", 1, 2, "a name in double quotes"],
  ['"open', 1, 1, "a value"],
  ["01", 1, 2, "the end of the text"],
  ["{} {}", 1, 4, "the end of the text"],
  ["\u00a0{}", 1, 1, "a value"],
])("finds where %j stops being JSON", (text, line, column, expected) => {
  expect(jsonError(text)).toEqual({ line, column, expected });
});

it("agrees with JSON.parse on any text", () => {
  const almostJson = fc
    .tuple(fc.json(), fc.nat(), fc.string({ maxLength: 2 }))
    .map(([json, at, extra]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + extra + json.slice(place + (at % 3));
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), fc.string(), almostJson), (text) => {
      expect(jsonError(text) === undefined).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});

it("reads deeply nested text", () => {
  expect(jsonError("[".repeat(100_000) + "]".repeat(100_000))).toBeUndefined();
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
