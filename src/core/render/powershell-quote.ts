import { withoutControls } from "./shell-quote.ts";

/**
 * PowerShell takes the typographic quotes for quotes as well, so each kind is doubled.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
const SINGLE_QUOTES = /['\u2018\u2019\u201a\u201b]/g;

/** A text as PowerShell reads it, to be pasted: the single-quoted literal, in which nothing expands. */
export function powershellQuote(text: string): string {
  return `'${text.replace(SINGLE_QUOTES, "$&$&")}'`;
}

/**
 * The same in ASCII, for files: Windows PowerShell 5.1 reads a file without byte order mark in
 * the machine's code page. Other characters, line ends among them, become `[char]` numbers.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_character_encoding
 */
export function powershellLiteral(text: string): string {
  const parts = text.match(/[\x20-\x7e]+|[^\x20-\x7e]/g) ?? [];
  const written = parts.map((part) =>
    /^[\x20-\x7e]/.test(part) ? powershellQuote(part) : `[char]${part.charCodeAt(0)}`,
  );
  const [first] = written;
  if (first === undefined) return "''";
  const isText = first.startsWith("'");
  if (written.length === 1 && isText) return first;
  return `(${[...(isText ? [] : ["''"]), ...written].join(" + ")})`;
}

/** A comment in ASCII, of any number of lines. */
export function powershellComment(text: string, indent = ""): string {
  return text
    .split("\n")
    .map((line) => `${indent}# ${asciiText(withoutControls(line))}`.trimEnd())
    .join("\n");
}

const ASCII_FORMS: Readonly<Record<string, string>> = {
  "·": "-",
  "–": "-",
  "—": "-",
  "→": "->",
  "…": "...",
  "×": "x",
  "≤": "<=",
  "‘": "'",
  "’": "'",
  "“": '"',
  "”": '"',
};

/** Prose in ASCII: what has no ASCII form is written as a question mark. */
export function asciiText(text: string): string {
  return text.replace(/[^\n\x20-\x7e]/gu, (character) => ASCII_FORMS[character] ?? "?");
}

/**
 * Whether a native program gets this text unchanged as one argument, from Windows PowerShell 5.1 and
 * from 7, and through the `aws.cmd` of an AWS CLI installed by pip: 5.1 drops empty arguments and
 * does not escape double quotes or a trailing backslash; cmd.exe reads % ^ & | < > ! in a batch file's arguments.
 * @see https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing
 */
export function survivesPowershell(text: string): boolean {
  return /^[\x20-\x7e]+$/.test(text) && !/["%^&|<>!]/.test(text) && !text.endsWith("\\");
}
