import { oneLine } from "./shell-quote.ts";

/**
 * Text that a Markdown reader shows as it is, in one line, wherever it stands: no value of an
 * agreement can become markup, HTML or the end of a table cell.
 * @see https://spec.commonmark.org/0.31.2/#backslash-escapes
 */
export function prose(text: string): string {
  const escaped = oneLine(text)
    .replace(/[\\`*[\]<>|&]|~(?=.*~)|(?<=~.*)~/g, "\\$&")
    // Inside words an underscore means nothing.
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_");
  // A line that begins so would be a heading, a list, a quote, a rule or a table.
  return escaped.replace(/^(?:[#+=-]|(\d{1,9})(?=[.)]))/, (start) =>
    /^\d/.test(start) ? `${start}\\` : `\\${start}`,
  );
}

/** A code span. It can stand in a table: there a pipe ends the cell even inside code. */
export function code(text: string): string {
  const line = oneLine(text).replaceAll("|", "\\|");
  if (line === "") return "";
  const fence = "`".repeat(longestRun(line) + 1);
  const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${fence}${padding}${line}${padding}${fence}`;
}

/** Lines as they are, for copying. */
export function codeBlock(language: string, text: string, indent = ""): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return [`${fence}${language}`, ...text.replace(/\n$/, "").split("\n"), fence]
    .map((line) => (line === "" ? "" : indent + line))
    .join("\n");
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
