import { jsonError } from "#core/policy/json-error.ts";
import { type Reading, step } from "./reading.ts";

/** `$`, `user@host:~$`, `PS C:\>`, `[cloudshell-user@ip-10-0-0-1 ~]$`, nothing after it. */
const PROMPT = /^(?:[^{}"]{0,200}[\])~\w:/\\\s])?[$#%>❯➜]\s*$/;
/** The call that printed it, with or without a prompt. */
const COMMAND = /^(?:[^{}"]{0,200}[$#%>❯➜]\s*|\s*)(?:aws(?:\.exe)?\s+[a-z-]|cat\s|pbpaste|Get-)/;
/** The rest of a command over several lines. */
const CONTINUES = /[\\`^|]\s*$/;
/** What a pager leaves behind. */
const PAGER = /^\s*(?:\(END\)|~|:)\s*$/;

/** Leaves out the command line above the output and the prompt below it, as a terminal copies them. */
export function withoutShellLines(reading: Reading): Reading {
  return withoutTail(withoutHead(reading));
}

function withoutHead(reading: Reading): Reading {
  const lines = reading.text.split("\n");
  let first = 0;
  let inCommand = false;
  for (; first < lines.length; first += 1) {
    const line = lines[first] ?? "";
    const blank = line.trim() === "";
    if (!blank && !inCommand && !COMMAND.test(line) && !PROMPT.test(line)) break;
    inCommand = !blank && CONTINUES.test(line);
  }
  const dropped = lines.slice(0, first).filter((line) => line.trim() !== "");
  if (dropped.length === 0 || first === lines.length) return reading;
  return step(reading, lines.slice(first).join("\n"), leftOut("above", dropped));
}

function withoutTail(reading: Reading): Reading {
  const { text } = reading;
  const error = jsonError(text);
  if (error?.expected !== "the end of the text") return reading;
  const lines = text.split("\n");
  const last = lines[error.line - 1] ?? "";
  const rest = [last.slice(error.column - 1), ...lines.slice(error.line)];
  const said = rest.filter((line) => line.trim() !== "");
  if (!said.every((line) => PROMPT.test(line) || COMMAND.test(line) || PAGER.test(line))) {
    return reading;
  }
  const kept = [...lines.slice(0, error.line - 1), last.slice(0, error.column - 1)];
  return step(reading, kept.join("\n").trimEnd(), leftOut("below", said));
}

const SHOWN = 60;

function leftOut(where: "above" | "below", lines: readonly string[]): string {
  const [first = ""] = lines;
  const shown = first.trim().slice(0, SHOWN);
  const more = lines.length > 1 ? ` and ${lines.length - 1} more` : "";
  return `The terminal's line ${where} the output was left out: ${shown}${first.trim().length > SHOWN ? "…" : ""}${more}`;
}
