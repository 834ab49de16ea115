/** Words that no POSIX shell, nor zsh, changes when they stand bare. */
const BARE_WORD = /^[A-Za-z0-9_./:@%+-][A-Za-z0-9_./:@%+,=-]*$/;

/**
 * One word for a POSIX shell (bash, zsh, sh): whatever the text holds, the shell hands on exactly
 * this text. Only a NUL cannot be passed to a program at all.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
 */
export function shellQuote(text: string): string {
  if (text.includes("\0")) throw new Error("A NUL cannot stand in a command.");
  return BARE_WORD.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** A comment of any number of lines: control characters cannot end it. */
export function shellComment(text: string, indent = ""): string {
  return text
    .split("\n")
    .map((line) => `${indent}# ${withoutControls(line)}`.trimEnd())
    .join("\n");
}

/** Text in one line, without control characters. */
export function oneLine(text: string): string {
  return withoutControls(text).trim();
}

export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}
