import { expect, it } from "vitest";
import { jsonTokens } from "./json-tokens.ts";

const kinds = (line: string) => jsonTokens(line).map(({ kind, text }) => `${kind} ${text}`);

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

it("cuts out every placeholder of a missing value", () => {
  expect(kinds('"arn:aws:iam::<ACCOUNT_B_ID>:role/<ROLE_NAME>"')).toEqual([
    'text "arn:aws:iam::',
    "missing <ACCOUNT_B_ID>",
    "text :role/",
    "missing <ROLE_NAME>",
    'text "',
  ]);
});

it("loses nothing of a line", () => {
  const line = '      "aws:ResourceAccount": ["<A>", 5, null], "x": {}';
  expect(
    jsonTokens(line)
      .map(({ text }) => text)
      .join(""),
  ).toBe(line);
});
