import { join } from "node:path";
import { type Parsed, parsed } from "#core/brand.ts";
import type { Prepared } from "#core/methods/method.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import { proofJson } from "#core/render/proof/proof-json.ts";
import { type Proven, proven } from "#core/render/proof/proof-subject.ts";
import { findingLines, findingsOn } from "./finding-lines.ts";
import { proofLines } from "./proof-lines.ts";
import { readBundledDocuments, textOf } from "./read-bundle.ts";
import { bundleFolder, readSharing } from "./read-sharing.ts";
import { DONE, type Status, type Terminal, WRONG } from "./terminal.ts";

interface Report {
  readonly lines: readonly string[];
  /** Something has to be put right. */
  readonly wrong: boolean;
}

/** What is looked at, one after the other. */
const REPORTS: readonly ((subject: Proven) => Report)[] = [
  issuesReport,
  findingsReport,
  proofReport,
];

/** Prints everything there is to say; the status says whether something is wrong. */
export async function checkSharing(source: string, terminal: Terminal): Promise<Status> {
  const sharing = await readSharing(source, terminal);
  if (!sharing.ok) {
    terminal.complain(sharing.message);
    return WRONG;
  }
  const { method, draft, said } = sharing.value;
  for (const sentence of said) terminal.complain(`note: ${sentence}`);
  const prepared = method.prepare(draft);
  const folder = await bundleFolder(source);
  const documents = await documentsOf(prepared, folder);
  if (!documents.ok) {
    terminal.complain(documents.message);
    return WRONG;
  }
  const subject = proven(prepared, documents.value);
  if (folder !== undefined) await compareProof(folder, subject, terminal);
  const reports = REPORTS.map((report) => report(subject));
  for (const line of reports.flatMap(({ lines }) => lines)) terminal.say(line);
  return reports.some(({ wrong }) => wrong) ? WRONG : DONE;
}

/** Those of a bundle are judged as they are there; otherwise those that would be bundled. */
async function documentsOf(
  prepared: Prepared,
  folder: string | undefined,
): Promise<Parsed<Proven["documents"]>> {
  if (folder !== undefined && prepared.complete) return readBundledDocuments(folder, prepared);
  return parsed(effectiveDocuments(prepared.documents, new Map()));
}

async function compareProof(folder: string, subject: Proven, terminal: Terminal) {
  const known = await textOf(join(folder, "proof.json"));
  if (known === proofJson(subject)) return;
  terminal.complain(
    known === undefined
      ? "note: the bundle has no proof.json."
      : "note: proof.json is not what these files prove: something was changed after it was made. What follows is worked out from the files as they are.",
  );
}

function issuesReport({ prepared }: Proven): Report {
  const { method, issues, documents, complete } = prepared;
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const counts = [
    count(errors, "error"),
    count(issues.length - errors, "warning"),
    count(documents.length, "document"),
  ];
  return {
    lines: [...issueLines(prepared), `${method.title}: ${counts.join(", ")}.`],
    wrong: !complete,
  };
}

function findingsReport(subject: Proven): Report {
  const found = findingsOn(subject, new Date());
  return { lines: findingLines(found, subject.prepared), wrong: found.errors.length > 0 };
}

/** Placeholders prove nothing: before the values are there nothing is asked. */
function proofReport(subject: Proven): Report {
  if (!subject.prepared.complete) return { lines: [], wrong: false };
  return { lines: proofLines(subject), wrong: !subject.matrix.ok };
}

/** `error: owner.account: sentence`, errors first. */
export function issueLines({ issues }: Prepared): readonly string[] {
  return issues.map(({ severity, message, at, document }) =>
    [severity, at ?? document, message].filter(Boolean).join(": "),
  );
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
