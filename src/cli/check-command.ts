import type { Prepared } from "#core/methods/method.ts";
import { readSharing } from "./read-sharing.ts";
import { DONE, type Status, type Terminal, WRONG } from "./terminal.ts";

/** Prints every issue; the status says whether any of them is an error. */
export async function checkSharing(source: string, terminal: Terminal): Promise<Status> {
  const sharing = await readSharing(source, terminal);
  if (!sharing.ok) {
    terminal.complain(sharing.message);
    return WRONG;
  }
  const { method, draft, said } = sharing.value;
  for (const sentence of said) terminal.complain(`note: ${sentence}`);
  const prepared = method.prepare(draft);
  for (const line of issueLines(prepared)) terminal.say(line);
  const errors = prepared.issues.filter(({ severity }) => severity === "error").length;
  const warnings = prepared.issues.length - errors;
  terminal.say(
    `${method.title}: ${count(errors, "error")}, ${count(warnings, "warning")}, ${count(prepared.documents.length, "document")}.`,
  );
  return prepared.complete ? DONE : WRONG;
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
