import { SIDE_FOLDERS } from "#core/side.ts";
import type { Script } from "./script.ts";

/** What both shells say, in the same words. */

const PURPOSES: Readonly<Record<Script["kind"], string>> = {
  apply:
    "Puts this account's half of the sharing in place. What is in place already is left alone; where something else is there, it stops, and takes back what it has changed in this run. Everything that is replaced is backed up first.",
  undo: "Takes back what apply has put in place, in reverse order. What somebody has changed since is not touched.",
  verify:
    "Shows, with requests of the consuming identity, that what was agreed works and that what was not agreed is denied. One line each: PASS, FAIL or NOT SHOWN. It reads no more than a byte of anybody's data.",
};

/** After a stop half-way. */
const AFTER_STOP: Readonly<Record<"apply" | "undo", (undo: string) => string>> = {
  apply: (undo) =>
    `To take back every run: ${undo}\nTo go on: remove the cause and run this again; what is in place is left alone.`,
  undo: () => "Run this again when the cause is gone; what is undone already is left alone.",
};

export function afterStop(kind: "apply" | "undo", undo: string): string {
  return AFTER_STOP[kind](undo);
}

/** The comment at the top of a script, line by line. */
export function headLines(script: Script, fileName: string, usage: readonly string[]): string[] {
  const { kind, side, sides, title, link, steps } = script;
  return [
    `${SIDE_FOLDERS[side]}/${fileName} · ${sides[side].name}, account ${script.context.accounts[side]}`,
    `Method: ${title}`,
    "",
    ...filled(PURPOSES[kind]),
    "",
    ...steps.map((step) => `  [${step.number}] ${step.title}`),
    "",
    ...usage,
    "",
    "Made by S3 Handshake. All of it again, to be reviewed or changed:",
    `  ${link}`,
  ];
}

/** Where jq and the AWS CLI come from. */
export const GET_AWS =
  "Get it: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html - or use AWS CloudShell, which has it.";
export const GET_JQ =
  "It compares policies. Get it: brew install jq, apt-get install jq, dnf install jq, or https://jqlang.org/download - AWS CloudShell has it.";

const COMMENT_WIDTH = 98;

/** Prose in lines that fit into a comment. */
export function filled(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= COMMENT_WIDTH)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
