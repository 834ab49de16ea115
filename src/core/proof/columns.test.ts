import { expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import { proofMatrix } from "#core/proof/matrix.ts";
import { columnsIn, columnsOf, principalsOf } from "./columns.ts";

const roles = Array.from(
  { length: 5 },
  (_, index) => `arn:aws:iam::444455556666:role/app-${index}`,
);

/** Of a sharing with five roles, of which `change` makes the bucket policy. */
function sectionOf(change: (text: string) => string) {
  const method = findMethod("bucket-policy");
  const prepared = method?.prepare(
    exampleDraft("bucket-policy", { consumer: { account: "444455556666", principals: roles } }),
  );
  const [first] = prepared?.documents ?? [];
  if (prepared === undefined || first === undefined) throw new Error("nothing prepared");
  const [{ text } = { text: "" }] = effectiveDocuments(prepared.documents, new Map());
  const edits = new Map([[first.id, change(text)]]);
  const documents = effectiveDocuments(prepared.documents, edits);
  const [section] = proofMatrix({ ...prepared, documents }).sections;
  if (section === undefined) throw new Error("no section");
  return section;
}

/** A variable could tell any two principals apart, so that each is asked by itself. */
const singly = (text: string) =>
  text.replace('"Statement": [', `"Statement": [${JSON.stringify(HOMES)},`);
const HOMES = {
  Effect: "Allow",
  Principal: { AWS: "777788889999" },
  Action: "s3:GetObject",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
  Resource: "arn:aws:s3:::acme-share-data/home/${aws:userid}/*",
};

it("puts those into one column whom every question answers alike", () => {
  const section = sectionOf(singly);
  expect(section.actors.filter(({ kind }) => kind === "principal")).toHaveLength(5);
  const columns = columnsOf(section);
  expect(columns.map(({ label }) => label).slice(0, 2)).toEqual([
    "role app-0 and 4 more",
    "another role of account B",
  ]);
  expect(columns[0]?.principals.map(({ arn }) => arn)).toEqual(roles);
});

it("keeps those apart whom an answer tells apart", () => {
  const section = sectionOf((text) => singly(text).replaceAll(/\s*"[^"]*role\/app-3",/g, ""));
  expect(
    columnsOf(section)
      .filter(({ actor }) => actor.kind === "principal")
      .map(({ label }) => label),
  ).toEqual(["role app-0 and 3 more", "role app-3"]);
});

it("shows one principal by its own name, whoever answers for it", () => {
  const section = sectionOf((text) => text);
  expect(principalsOf(section)).toHaveLength(5);
  const [column] = columnsOf(section, roles[2]);
  expect(column?.label).toBe("role app-2");
  expect(columnsOf(section, roles[2])).toHaveLength(columnsOf(section).length);
});

it("leaves out who is asked nothing, or is answered as agreed where only the rest is wanted", () => {
  const section = sectionOf((text) => text.replaceAll(/\s*"[^"]*role\/app-3",/g, ""));
  const columns = columnsOf(section);
  const owners = section.rows.filter(({ kind }) => kind === "owner");
  expect(columnsIn(columns, owners, false).map(({ label }) => label)).toEqual([
    "account A's admin",
    "AWS services",
  ]);
  expect(columnsIn(columns, section.rows, true).map(({ label }) => label)).toEqual(["role app-3"]);
});
