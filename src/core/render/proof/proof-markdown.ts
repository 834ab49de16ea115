import { columnsOf } from "#core/proof/columns.ts";
import { explanation, statementName, summaryText } from "#core/proof/explanation.ts";
import type { Cell, MatrixRow, MatrixSection } from "#core/proof/matrix.ts";
import { code, codeBlock, prose, table } from "#core/render/markdown.ts";
import { agreedLines, askerTable, statementTable } from "./proof-reading.ts";
import { documentDigest, documentPath, type Proven } from "./proof-subject.ts";

/** The proof.md of a bundle: who may do what by these documents, and what is not as agreed. */
export function proofMarkdown(proven: Proven, link: string): string {
  const { matrix, documents } = proven;
  const notAsAgreed = unexpectedLines(proven);
  return [
    "# What these documents grant",
    prose(summaryText(matrix)),
    agreedLines(proven),
    `Every answer is worked out from the documents in this bundle by AWS's documented evaluation logic, as they stand, edits by hand included. ${code("proof.json")} has the same for programs, each request with what decides it. To work it out again: ${code("s3-handshake check FOLDER")}.`,
    "Made by S3 Handshake from the sharing that this opens:",
    codeBlock("", link),
    "Only these documents count. Service control policies, resource control policies, permissions boundaries and VPC endpoint policies can deny more; policies, grants and ACLs of the two accounts that are not in this bundle can allow more.",
    ...(matrix.problems.length === 0 ? [] : ["## AWS would refuse", problemLines(proven)]),
    ...(notAsAgreed === "" ? [] : ["## Not as agreed", notAsAgreed]),
    "## Who asks",
    askerTable(matrix),
    "In the tables below an empty place is a question that is not asked.",
    ...matrix.sections.flatMap((section) => [
      `## ${prose(section.title)}`,
      prose(section.note),
      sectionTable(section),
    ]),
    "## What each statement decides",
    statementTable(proven),
    "## Documents",
    table(
      ["File", "SHA-256"],
      documents.map((each) => [code(documentPath(each.document)), code(documentDigest(each))]),
    ),
  ]
    .map((block) => `${block}\n`)
    .join("\n");
}

function sectionTable(section: MatrixSection): string {
  const columns = columnsOf(section);
  return table(
    ["", ...columns.map(({ label }) => prose(label))],
    section.rows.map((row) => [
      rowName(row),
      ...columns.map(({ actor: { id } }) => {
        const cell = row.cells.find(({ actor }) => actor.id === id);
        return cell === undefined ? "" : cellText(cell);
      }),
    ]),
  );
}

function rowName({ title, location }: MatrixRow): string {
  if (location === undefined) return prose(title);
  return `${prose(title)} · ${code(`${location.bucket}/${location.prefix}`)}`;
}

function cellText({ decision, ok }: Cell): string {
  const word = decision === "allowed" ? "Allowed" : "Denied";
  return ok ? word : `**${word}, not as agreed**`;
}

function problemLines({ matrix, documents }: Proven): string {
  return matrix.problems
    .map(({ document: id, statementIndex, message }) => {
      const document = documents.find(({ document: each }) => each.id === id)?.document;
      const place = statementIndex === undefined ? "" : `, statement ${statementIndex + 1}`;
      const name = document === undefined ? prose(id) : code(documentPath(document));
      return `- ${name}${place}: ${prose(message)} It counts for nothing below.`;
    })
    .join("\n");
}

function unexpectedLines({ prepared, matrix, documents }: Proven): string {
  const sharing = documents.map(({ document }) => document);
  const nameOf = (id: string) => {
    const document = sharing.find((each) => each.id === id);
    return document === undefined
      ? prose(id)
      : `${code(documentPath(document))} (${prepared.method.sides[document.side].name})`;
  };
  const told = (section: MatrixSection, row: MatrixRow, cell: Cell) => {
    const why = explanation(cell, matrix.problems, sharing);
    return [
      `- ${prose(section.title)}: ${rowName(row)}, ${prose(cell.actor.label)}. **${prose(why.verdict)}**`,
      `  - Request: ${code(why.request)} by ${code(why.caller)}`,
      ...why.notes.map((note) => `  - ${prose(note)}`),
      ...why.statements.map(
        (by) => `  - ${by.effect}: ${nameOf(by.document)}, ${prose(statementName(by))}`,
      ),
      ...why.missing.map((sentence) => `  - ${prose(sentence)}`),
    ].join("\n");
  };
  return matrix.sections
    .flatMap((section) =>
      section.rows.flatMap((row) =>
        row.cells.filter(({ ok }) => !ok).map((cell) => told(section, row, cell)),
      ),
    )
    .join("\n");
}
