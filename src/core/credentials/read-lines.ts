import { type Parsed, parsed, refused } from "#core/brand.ts";
import { EXPORT_COMMAND, type FieldName, type Found, type FoundFields } from "./credentials.ts";

/** Variables of a shell and keys of the credentials file have the same names but for their case. */
const NAMES: Readonly<Record<string, FieldName>> = {
  aws_access_key_id: "accessKeyId",
  aws_secret_access_key: "secretAccessKey",
  aws_session_token: "sessionToken",
  aws_security_token: "sessionToken",
  aws_credential_expiration: "expiration",
};

/**
 * One assignment, as bash, PowerShell, cmd, fish and the credentials file write it.
 * @see https://docs.aws.amazon.com/cli/latest/reference/configure/export-credentials.html
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
const ASSIGNMENTS: readonly RegExp[] = [
  /^\$env:(\w+)\s*=\s*(.*)$/i,
  /^set\s+"(\w+)=(.*)"$/i,
  /^(?:set\s+-\S+|setx)\s+(\w+)\s+(.*)$/i,
  /^(?:export\s+|set\s+)?(\w+)\s*=\s*(.*)$/i,
];

const SECTION = /^\[.*\]$/;
const COMMENT = /^(?:#|;|::|rem\s)/i;
/** The command itself, copied with what it printed. */
const COMMAND = /^(?:[^=]*[$#>%]\s*)?aws\s+[a-z]/;
/** Several assignments stand on one line. */
const BETWEEN = /\s*(?:;|&&)\s*|\s+(?=aws_\w+\s*=)/i;
const LONE_WORDS = ["", "export", "set", "env"];

export function fieldsInLines(text: string): Parsed<FoundFields> {
  const fields = new Map<FieldName, Found>();
  let sections = 0;
  let sectionOfKeys: number | undefined;
  for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = index + 1;
    const content = whole.trim();
    if (content === "" || COMMENT.test(content) || COMMAND.test(content)) continue;
    if (SECTION.test(content)) {
      sections += 1;
      continue;
    }
    for (const statement of content.split(BETWEEN)) {
      if (LONE_WORDS.includes(statement.toLowerCase())) continue;
      const assignment = assignmentIn(statement);
      if (assignment === undefined) return refused(notUnderstood(line, fields.size > 0));
      const field = fieldOf(assignment.name);
      if (field === undefined) continue;
      sectionOfKeys ??= sections;
      const before = fields.get(field);
      if (before !== undefined && before.value !== assignment.value) {
        return refused(
          sectionOfKeys === sections
            ? `Line ${line} gives ${assignment.name} a second time. Paste the credentials of one identity only.`
            : "There are several profiles. Paste the section of one only.",
        );
      }
      fields.set(field, { value: assignment.value, line });
    }
  }
  if (fields.size > 0) return parsed(Object.fromEntries(fields));
  return refused(
    sections > 0
      ? `This profile has no keys in the file. Run ${EXPORT_COMMAND} --profile with its name, and paste what that prints.`
      : `No credentials are in this text. Paste what ${EXPORT_COMMAND} prints.`,
  );
}

function fieldOf(name: string): FieldName | undefined {
  const key = name.toLowerCase();
  return Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
}

function assignmentIn(
  statement: string,
): { readonly name: string; readonly value: string } | undefined {
  for (const form of ASSIGNMENTS) {
    const [, name, value] = form.exec(statement) ?? [];
    if (name !== undefined && value !== undefined) return { name, value: unquoted(value.trim()) };
  }
  return undefined;
}

function unquoted(value: string): string {
  return /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value;
}

function notUnderstood(line: number, afterSome: boolean): string {
  return afterSome
    ? `Line ${line} is not understood. If it goes on with a long value, that was broken into lines: copy it again without the break.`
    : `Line ${line} is not understood. Paste only what ${EXPORT_COMMAND} prints.`;
}
