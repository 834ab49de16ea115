import { decideCase } from "#core/proof/vector-case.ts";
import { DONE, type Status, type Terminal, WRONG } from "./terminal.ts";

/** Reads `{id, input}` a line and answers a decision, or what is wrong with it, a line each. */
export async function evaluateCases(terminal: Terminal): Promise<Status> {
  let status: Status = DONE;
  for await (const line of terminal.lines()) {
    if (line.trim() === "") continue;
    const answer = decideLine(line);
    if ("error" in answer) status = WRONG;
    terminal.say(JSON.stringify(answer));
  }
  return status;
}

function decideLine(line: string) {
  const read = parseLine(line);
  if (typeof read !== "object" || read === null || Array.isArray(read)) {
    return { id: null, error: "This line is no JSON object." };
  }
  const id = "id" in read ? read.id : null;
  const decided = decideCase("input" in read ? read.input : undefined);
  return decided.ok ? { id, decision: decided.value.decision } : { id, error: decided.message };
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
