import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import type { MethodCase } from "#core/methods/method.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import { type Matrix, proofMatrix } from "#core/proof/matrix.ts";

const METHODS_FOLDER = join(import.meta.dirname, "..", "methods");
const FOLDERS = readdirSync(METHODS_FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const CASES = await Promise.all(
  FOLDERS.map(async (folder) => {
    const module: { readonly cases: readonly MethodCase[] } = await import(
      `../methods/${folder}/cases.ts`
    );
    return module.cases.map((each) => [folder, each.name, each] as const);
  }),
).then((cases) => cases.flat());

function unexpected({ sections, problems }: Matrix): readonly string[] {
  return [
    ...problems.map(({ message }) => message),
    ...sections.flatMap(({ id, rows }) =>
      rows.flatMap((row) =>
        row.cells
          .filter(({ ok }) => !ok)
          .map(
            (cell) =>
              `${id} | ${row.id} | ${cell.actor.label}: ${cell.decision}, expected ${cell.expected}. ${cell.missing.map(({ message }) => message).join(" ")}${cell.decidedBy.map((s) => `${s.document}[${s.statementIndex}]`).join()}`,
          ),
      ),
    ),
  ];
}

describe("proofMatrix", () => {
  it.each(CASES)("%s: proves the documents of %s", (folder, _name, { draft }) => {
    const prepared = findMethod(folder)?.prepare(draft);
    if (prepared === undefined) throw new Error(`${folder} is not a method`);
    const documents = effectiveDocuments(prepared.documents, new Map());
    const matrix = proofMatrix({ ...prepared, documents });
    expect(matrix.asked).toBeGreaterThan(10);
    expect(unexpected(matrix)).toEqual([]);
    expect(matrix.ok).toBe(true);
  });
});
