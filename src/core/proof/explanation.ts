import type { SharingDocument } from "#core/policy/document.ts";
import type { PolicyProblem, StatementSource } from "#core/proof/decision.ts";
import type { Call, World } from "#core/proof/matrix/question.ts";
import type { Cell, Matrix } from "#core/proof/matrix.ts";
import { resourcePolicyType } from "#core/proof/request.ts";
import { keyActions } from "#core/proof/s3-request.ts";

/** An answer of the matrix in words. */
export interface Explanation {
  /** "s3:GetObject on arn:aws:s3:::acme-share-data/reports/2026/01.csv, over plain HTTP". */
  readonly request: string;
  /** The other requests of the question, where they are answered as this one is. */
  readonly alike: readonly string[];
  /** The ARN that asks; for nobody in particular, that it is anonymous. */
  readonly caller: string;
  /** How many requests the answer is about, and what was taken for granted; may be empty. */
  readonly notes: readonly string[];
  /** A sentence: what is decided, and whether that was agreed. */
  readonly verdict: string;
  /** What decided, of the documents or of what stands around them. */
  readonly statements: readonly StatementSource[];
  /** What would have to be there, a sentence each. */
  readonly missing: readonly string[];
  /** Documents, or statements of them, that count for nothing here. */
  readonly problems: readonly PolicyProblem[];
}

/** Stands in for the side that is not put to the test; its name means nothing to a reader. */
const SUPPOSED = ["administrator-access", "open-to-everyone"];

const SETTINGS: Readonly<Record<World, readonly string[]>> = {
  documents: [],
  "generous-caller": [
    "Asked as if the caller's own account allowed it everything: only the documents on the resource can deny it.",
  ],
  "generous-resource": [
    "Asked as if bucket, key and role were open to everyone: only the caller's own policies can deny it.",
  ],
  "denies-only": ["Asked as if both sides allowed everything: only a Deny can deny it."],
};

/** Why a question has the answer that it has. */
export function explanation(
  cell: Cell,
  problems: readonly PolicyProblem[],
  documents: readonly SharingDocument[],
): Explanation {
  const { actor, call, circumstance, question } = cell;
  const count = question.calls.length * question.circumstances.length;
  return {
    request: inWords(call, circumstance),
    alike: cell.ok ? otherRequests(cell) : [],
    caller: actor.principalArn === "*" ? "anonymous" : actor.principalArn,
    notes: [...countNote(cell, count), ...SETTINGS[question.world]],
    verdict: verdict(cell),
    statements: cell.decidedBy.filter(({ document }) => !SUPPOSED.includes(document)),
    missing: cell.missing().map(({ message }) => message),
    problems: problems.filter((problem) => bearsOn(problem, cell, documents)),
  };
}

function inWords(call: Call, { words }: Cell["circumstance"]): string {
  return [requestText(call), words].filter(Boolean).join(", ");
}

function otherRequests({ call, circumstance, question }: Cell): readonly string[] {
  return question.circumstances.flatMap((each) =>
    question.calls
      .filter((one) => one !== call || each !== circumstance)
      .map((one) => inWords(one, each)),
  );
}

function countNote({ ok }: Cell, count: number): readonly string[] {
  if (count === 1) return [];
  return [
    ok
      ? `The first of ${count} requests, which are all answered alike.`
      : `Of ${count} requests the first that is not answered as agreed.`,
  ];
}

function verdict({ decision, ok, expected }: Cell): string {
  const how = {
    allowed: "Allowed",
    explicitDeny: "Denied by a Deny statement",
    implicitDeny: "Denied, because nothing allows it",
  }[decision];
  return ok ? `${how}, as agreed.` : `${how}; it must be ${expected}.`;
}

/** Actions, resource and what the call itself says. */
export function requestText({ actions, resourceArn, context = {}, keyArn }: Call): string {
  const on = resourceArn === "*" ? "" : ` on ${resourceArn}`;
  const values = Object.entries(context).map(([key, value]) => {
    const texts = [value].flat();
    return texts.length === 0 ? `without ${key}` : `${key} “${texts.join("”, “")}”`;
  });
  const needsKey = actions.some((action) => keyActions(action, true).length > 0);
  const key = keyArn === undefined || !needsKey ? [] : [`encrypted with ${keyArn}`];
  return [`${actions.join(" and ")}${on}`, ...values, ...key].join(", ");
}

/** A document that counts for nothing may be why nothing allows a request, or why nothing denies it. */
function bearsOn(
  { document: id }: PolicyProblem,
  { decision, missing, call, ok }: Cell,
  documents: readonly SharingDocument[],
): boolean {
  const document = documents.find((each) => each.id === id);
  // Not one of the documents: it stands around all of them.
  if (document === undefined) return true;
  const type = document.kind.replaceAll("-", " ");
  if (decision === "allowed") return !ok && type === resourcePolicyType(call.resourceArn);
  if (decision === "explicitDeny") return false;
  return (
    missing().some(({ policyType, side }) => policyType === type && side === document.side) ||
    (document.side === "owner" && type === resourcePolicyType(call.resourceArn))
  );
}

/** One line over the whole matrix. */
export function summaryText({ asked, unexpected, problems }: Matrix): string {
  const refused =
    problems.length === 0
      ? ""
      : ` AWS would refuse ${counted(new Set(problems.map(({ document }) => document)).size, "document")}.`;
  if (unexpected === 0) return `${counted(asked, "question")}, all answered as agreed.${refused}`;
  const are = unexpected === 1 ? "1 answer is" : `${unexpected} answers are`;
  return `${are} not as agreed, of ${counted(asked, "question")}.${refused}`;
}

/** `AllowRead (statement 1)`, or without Sid "statement 1". */
export function statementName({
  sid,
  statementIndex,
}: Pick<StatementSource, "sid" | "statementIndex">): string {
  const place = `statement ${statementIndex + 1}`;
  return sid === undefined ? place : `${sid} (${place})`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
