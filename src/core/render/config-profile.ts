import type { Operation } from "#core/plan/operation.ts";
import { oneLine } from "./shell-quote.ts";

/**
 * The lines of a `configure-profile` operation, for `~/.aws/config`. A name with blanks is quoted there.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
export function profileLines(operation: Extract<Operation, { kind: "configure-profile" }>): string {
  const { profile, entries } = operation;
  const name = /\s/.test(profile) ? `"${profile}"` : profile;
  const section = profile === "default" ? "[default]" : `[profile ${name}]`;
  return [section, ...entries.map(([key, value]) => `${key} = ${oneLine(value)}`)]
    .map((line) => `${line}\n`)
    .join("");
}
