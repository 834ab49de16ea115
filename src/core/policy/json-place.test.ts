import { expect, it } from "vitest";
import { jsonRange, statementPath, type TextRange } from "./json-place.ts";

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "One \\"} \\\\", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"] },
    {
      "Sid": "Two", "Effect": "Deny",
      "Action": "s3:*"
    }
  ]
}`;

/** What stands in the range. */
function cut(text: string, range: TextRange | undefined): string | undefined {
  if (range === undefined) return undefined;
  const lines = text.split("\n");
  const at = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  return text.slice(at(range.startLine, range.startColumn), at(range.endLine, range.endColumn));
}

it("finds a statement, an element and a value exactly as they are written", () => {
  expect(jsonRange(POLICY, statementPath(1))).toEqual({
    startLine: 5,
    startColumn: 5,
    endLine: 8,
    endColumn: 6,
  });
  expect(cut(POLICY, jsonRange(POLICY, statementPath(0, "Action", 1)))).toBe('"s3:ListBucket"');
  expect(cut(POLICY, jsonRange(POLICY, statementPath(0, "Sid")))).toBe('"One \\"} \\\\"');
  expect(cut(POLICY, jsonRange(POLICY, ["Version"]))).toBe('"2012-10-17"');
});

it("takes a single value for a list of one", () => {
  expect(cut(POLICY, jsonRange(POLICY, statementPath(1, "Action", 0)))).toBe('"s3:*"');
  const single = '{"Statement":{"Effect":"Deny"}}';
  expect(cut(single, jsonRange(single, statementPath(0)))).toBe('{"Effect":"Deny"}');
});

it("finds the nearest value around what is not there", () => {
  expect(cut(POLICY, jsonRange(POLICY, statementPath(1, "Resource", 3)))).toContain('"Two"');
  expect(cut(POLICY, jsonRange(POLICY, statementPath(1, "Resource")))).toMatch(/^\{[\s\S]*\}$/);
  expect(cut(POLICY, jsonRange(POLICY, ["Nothing"]))).toBe(POLICY);
  expect(cut(' "text" ', jsonRange(' "text" ', statementPath(0)))).toBe('"text"');
});

it("reads the last of several members with one name, as JSON does", () => {
  const text = '{"Statement":[1],"Statement":[2,{"a":3}]}';
  expect(cut(text, jsonRange(text, statementPath(1, "a")))).toBe("3");
});

it("knows no place in text that is no JSON, and is not overcome by nesting", () => {
  expect(jsonRange('{"Statement":[', statementPath(0))).toBeUndefined();
  const deep = `{"Statement":[${"[".repeat(100_000)}${"]".repeat(100_000)}, {"a":1}]}`;
  expect(cut(deep, jsonRange(deep, statementPath(1)))).toBe('{"a":1}');
});
