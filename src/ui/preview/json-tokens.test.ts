import { expect, it } from "vitest";
import { jsonTokens } from "./json-tokens.ts";

const kinds = (line: string, missing: readonly string[] = []) =>
  jsonTokens(line, missing).map(({ kind, text }) => `${kind} ${text}`);

it("tells keys from values", () => {
  expect(kinds('  "Effect": "Allow",')).toEqual([
    "mark   ",
    'key "Effect"',
    "mark : ",
    'text "Allow"',
    "mark ,",
  ]);
});

it("keeps quotes and colons inside a value", () => {
  expect(kinds('"a \\": {}"')).toEqual(['text "a \\": {}"']);
});

it("marks literals", () => {
  expect(kinds('"n": true')).toEqual(['key "n"', "mark : ", "literal true"]);
});

it("cuts out every text that stands for a missing value", () => {
  expect(kinds('"arn:aws:iam::AAA:role/BBB"', ["AAA", "BBB"])).toEqual([
    'text "arn:aws:iam::',
    "missing AAA",
    "text :role/",
    "missing BBB",
    'text "',
  ]);
});

it("prefers the longer of two texts at one place", () => {
  expect(kinds('"AAAB"', ["AAA", "AAAB"])).toEqual(['text "', "missing AAAB", 'text "']);
});

it("loses nothing of a line", () => {
  const line = '      "aws:ResourceAccount": ["111122223333", 5, null], "x": {}';
  expect(
    jsonTokens(line, ["1111"])
      .map(({ text }) => text)
      .join(""),
  ).toBe(line);
});
