import { describe, expect, it } from "vitest";
import { isPolicy } from "#core/policy/document.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import { type Matrix, proofMatrix } from "#core/proof/matrix.ts";
import { preparedCases } from "#core/proof/testing/method-cases.ts";

const CASES = await preparedCases();
const NOT_JSON =
  "The document is not JSON. Line 1, column 2: a name in double quotes is expected here.";

/** Each answer that is not as expected, in a line. */
function unexpected({ sections, problems }: Matrix): readonly string[] {
  const answers = sections.flatMap(({ id, rows }) =>
    rows.flatMap((row) =>
      row.cells
        .filter(({ ok }) => !ok)
        .map(({ actor, decision, expected, missing, decidedBy }) => {
          const reasons = missing().map(({ message }) => message);
          const statements = decidedBy.map((by) => `${by.document}[${by.statementIndex}]`);
          const why = [...reasons, ...statements].join(" ");
          return `${id} ${row.id}, ${actor.label}: ${decision}, expected ${expected}. ${why}`;
        }),
    ),
  );
  return [...problems.map(({ message }) => message), ...answers];
}

describe("proofMatrix", () => {
  it.each(CASES)("$method: proves the documents of $name", ({ prepared }) => {
    const documents = effectiveDocuments(prepared.documents, new Map());
    const matrix = proofMatrix({ ...prepared, documents });
    expect(matrix.asked).toBeGreaterThan(5);
    expect(unexpected(matrix)).toEqual([]);
    expect(matrix.ok).toBe(true);
  });

  it.each(CASES)("$method: misses each document of $name", ({ prepared }) => {
    for (const { id } of prepared.documents.filter(
      (each) => isPolicy(each) || each.kind === "access-control-list",
    )) {
      const left = prepared.documents.filter((document) => document.id !== id);
      const documents = effectiveDocuments(left, new Map());
      expect(proofMatrix({ ...prepared, documents }).ok, `without ${id}`).toBe(false);
    }
  });

  it("judges a document that is not JSON as a problem, and the rest without it", () => {
    const [first] = CASES;
    if (first === undefined) throw new Error("There is no case.");
    const { prepared } = first;
    const [document] = prepared.documents;
    const edits = new Map([[document?.id ?? "", "{"]]);
    const documents = effectiveDocuments(prepared.documents, edits);
    const { ok, problems } = proofMatrix({ ...prepared, documents });
    expect(ok).toBe(false);
    expect(problems).toEqual([{ document: document?.id, message: NOT_JSON }]);
  });
});
