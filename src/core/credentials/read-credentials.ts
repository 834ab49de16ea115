import { type Parsed, refused } from "#core/brand.ts";
import { checkedCredentials } from "./check-credentials.ts";
import { EXPORT_COMMAND, type PastedCredentials } from "./credentials.ts";
import { fieldsInJson } from "./read-json.ts";
import { fieldsInLines } from "./read-lines.ts";

/** Far above any session token; keeps a mistaken paste from being searched. */
const MAX_CHARACTERS = 40_000;

/**
 * Understands what the AWS CLI prints for credentials: shell variables of bash, fish, PowerShell and cmd, the JSON of
 * `export-credentials`, `assume-role` and their like, and a section of the credentials file. No message repeats
 * anything that was pasted.
 * @see https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
 */
export function readCredentials(pasted: string, nowInSeconds: number): Parsed<PastedCredentials> {
  const text = pasted.replaceAll("\uFEFF", "").trim();
  if (text === "") return refused(`Paste what ${EXPORT_COMMAND} prints.`);
  if (text.length > MAX_CHARACTERS) {
    return refused(
      `This is far longer than credentials are. Paste only what ${EXPORT_COMMAND} prints.`,
    );
  }
  const json = jsonIn(text);
  const found = json === undefined ? fieldsInLines(text) : fieldsInJson(json);
  return found.ok ? checkedCredentials(found.value, nowInSeconds) : found;
}

/** The command may have been copied with what it printed. */
function jsonIn(text: string): string | undefined {
  if (text.startsWith("{")) return text;
  const lineEnd = text.indexOf("\n");
  const below = text.slice(lineEnd + 1).trimStart();
  return lineEnd > 0 && below.startsWith("{") && /\baws\s/.test(text.slice(0, lineEnd))
    ? below
    : undefined;
}
