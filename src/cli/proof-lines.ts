import { explanation, statementName, summaryText } from "#core/proof/explanation.ts";
import type { Cell, MatrixRow, MatrixSection } from "#core/proof/matrix.ts";
import { documentPath, type Proven } from "#core/render/proof/proof-subject.ts";

/**
 * Each answer that is not as agreed with its reasons, then the matrix in a few lines. What AWS would
 * refuse is told by the findings.
 */
export function proofLines(proven: Proven): readonly string[] {
  const { matrix } = proven;
  return [
    ...matrix.sections.flatMap((section) =>
      section.rows.flatMap((row) =>
        row.cells.filter(({ ok }) => !ok).flatMap((cell) => toldCell(proven, section, row, cell)),
      ),
    ),
    ...matrix.sections.map(({ title, rows }) => {
      const cells = rows.flatMap((row) => row.cells);
      const expected = cells.filter(({ ok }) => ok).length;
      return `${title}: ${expected} of ${cells.length} as agreed`;
    }),
    summaryText(matrix),
  ];
}

function toldCell(
  { matrix, documents }: Proven,
  section: MatrixSection,
  { title, location }: MatrixRow,
  cell: Cell,
): readonly string[] {
  const sharing = documents.map(({ document }) => document);
  const why = explanation(cell, matrix.problems, sharing);
  const where = location === undefined ? "" : ` in ${location.bucket}/${location.prefix}`;
  return [
    `unexpected: ${section.title}: ${title}${where}, ${cell.actor.label}: ${why.verdict}`,
    `  ${why.caller}: ${why.request}`,
    ...why.notes.map((note) => `  ${note}`),
    ...why.statements.map(
      (by) => `  ${by.effect}: ${nameOf(documents, by.document)}, ${statementName(by)}`,
    ),
    ...why.missing.map((sentence) => `  ${sentence}`),
  ];
}

function nameOf(documents: Proven["documents"], id: string): string {
  const document = documents.find((each) => each.document.id === id)?.document;
  return document === undefined ? id : documentPath(document);
}
