import type { Circumstance } from "#core/proof/matrix/circumstances.ts";
import type { Call } from "#core/proof/matrix/question.ts";
import type { Cell, MatrixRow } from "#core/proof/matrix.ts";
import { documentDigest, documentPath, type Proven } from "./proof-subject.ts";

const PROOF_FORMAT = "s3-handshake/proof";

/** Raised when a reader of the version before would misread a proof. */
const PROOF_VERSION = 1;

/**
 * Every question and its answer, for programs; docs/proof.md describes it. The same agreement and
 * documents give the same bytes.
 */
export function proofJson({ prepared, documents, matrix }: Proven): string {
  const { sections, problems, asked, unexpected, ok } = matrix;
  const paths = new Map(documents.map(({ document }) => [document.id, documentPath(document)]));
  const nameOf = (id: string) => paths.get(id) ?? id;
  const circumstances = new Map<string, Circumstance>();
  const answer = (cell: Cell) => {
    const { actor, expected, decision, question } = cell;
    for (const each of question.circumstances) circumstances.set(each.id, each);
    return {
      actor: actor.id,
      expected,
      decision,
      asExpected: cell.ok,
      supposing: question.world,
      circumstances: question.circumstances.map(({ id }) => id),
      calls: question.calls.map(callOf),
      decidedBy: cell.decidedBy.map(({ document, ...source }) => ({
        document: nameOf(document),
        ...source,
      })),
      missing: cell
        .missing()
        .map(({ side, policyType, message }) => ({ side, policyType, message })),
      ...(cell.ok ? {} : { unexpectedCall: callOf(cell.call), unexpectedIn: cell.circumstance.id }),
    };
  };
  const rowOf = ({ id, kind, title, location, cells }: MatrixRow) => ({
    id,
    kind,
    title,
    ...(location === undefined ? {} : { location }),
    answers: cells.map(answer),
  });
  const value = {
    format: PROOF_FORMAT,
    version: PROOF_VERSION,
    method: prepared.method.id,
    ok,
    asked,
    unexpected,
    documents: documents.map((each) => ({
      path: documentPath(each.document),
      id: each.document.id,
      sha256: documentDigest(each),
    })),
    problems: problems.map(({ document, ...problem }) => ({
      document: nameOf(document),
      ...problem,
    })),
    sections: sections.map(({ id, title, note, actors, rows }) => ({
      id,
      title,
      note,
      actors: actors.map(({ id: actor, label, kind, principalArn, principals, context }) => ({
        id: actor,
        label,
        kind,
        arn: principalArn,
        principals: principals.map(({ arn }) => arn),
        context,
      })),
      rows: rows.map(rowOf),
    })),
  };
  const used = Object.fromEntries(
    [...circumstances.values()].map(({ id, words, context }) => [id, { words, context }]),
  );
  return `${JSON.stringify({ ...value, circumstances: used }, null, 1)}\n`;
}

function callOf({ actions, resourceArn, resourceAccount, context, keyArn }: Call) {
  return {
    actions,
    resource: resourceArn,
    account: resourceAccount,
    ...(context === undefined ? {} : { context }),
    ...(keyArn === undefined ? {} : { key: keyArn }),
  };
}
