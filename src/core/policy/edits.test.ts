import { expect, it } from "vitest";
import type { SharingDocument } from "./document.ts";
import { documentText } from "./document-text.ts";
import { effectiveDocuments } from "./edits.ts";

const base = {
  id: "trust-policy",
  side: "owner",
  fileName: "01-trust-policy.json",
  title: "Trust policy",
  summary: "Who may assume the role.",
  attachedTo: [],
  extent: "whole",
} as const;
const document: SharingDocument = {
  ...base,
  kind: "trust-policy",
  policy: { Version: "2012-10-17", Statement: [] },
};
const generatedText = documentText(document);
const edited = (text: string) =>
  effectiveDocuments([document], new Map([["trust-policy", text]]))[0];

it("gives the generated text while nothing is edited", () => {
  expect(effectiveDocuments([document], new Map())).toEqual([
    { document, text: generatedText, generatedText, edited: false },
  ]);
});

it("takes an edit that says the same for none", () => {
  expect(edited(generatedText)).toMatchObject({ edited: false });
});

it("lays an edit over the document", () => {
  const text = '{"Version":"2012-10-17","Statement":[]}';
  expect(edited(text)).toEqual({ document, text, generatedText, edited: true });
});

it("leaves out edits of documents that are gone", () => {
  expect(effectiveDocuments([], new Map([["old", "{}"]]))).toEqual([]);
});

it.each([
  ["manifest", '{"fileLocations":[]}', undefined],
  ["manifest", "{}", /^A manifest is an object with fileLocations\. /],
  ["access-control-list", '{"Owner":{}}', /^An access control list .* with Owner and Grants\. /],
  ["request", "{}", undefined],
  ["request", "[]", /^A request is an object\. /],
  ["request", "{", /^Line 1, column 2: /],
] as const)("asks of an edited %s only what it cannot do without: %s", (kind, text, problem) => {
  const content: SharingDocument = { ...base, kind, content: { fileLocations: [1] } };
  const [edit] = effectiveDocuments([content], new Map([[content.id, text]]));
  expect(edit?.edited).toBe(true);
  if (problem === undefined) expect(edit?.problem).toBeUndefined();
  else expect(edit?.problem).toMatch(problem);
});

it.each([
  ['{\n  "Version": "2012-10-17",\n}', /^Line 3, column 1: a name in double quotes is expected/],
  ["", /^Line 1, column 1: a value is expected/],
  ["[]", /^A policy document is an object/],
  ['"text"', /^A policy document is an object/],
  ["null", /^A policy document is an object/],
  ['{"Version":"2012-10-17"}', /^A policy document is an object/],
])("says what is wrong with %j", (text, problem) => {
  expect(edited(text)?.problem).toMatch(problem);
});
