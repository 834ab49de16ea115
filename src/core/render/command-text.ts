import type { CliCommand, CliOption, CliValue } from "./command-line.ts";
import { readsAsFile } from "./command-line.ts";
import { powershellQuote, survivesPowershell } from "./powershell-quote.ts";
import { shellQuote } from "./shell-quote.ts";

export type Shell = "bash" | "powershell";

/** Columns of a line before the command goes on in the next one. */
const WIDTH = 80;

/** A command to be pasted into a shell, several lines long when it is long. */
export function commandText(command: CliCommand, shell: Shell): string {
  return shell === "bash" ? bashText(command) : powershellText(command);
}

function bashText(command: CliCommand): string {
  const groups = [
    `aws ${command.service} ${command.operation}`,
    ...command.options.map(({ name, value }) => bashOption(name, value)),
    ...command.operands.map(shellQuote),
    ...(command.saveTo === undefined ? [] : [`> ${shellQuote(command.saveTo)}`]),
  ];
  return wrapped(groups, " \\");
}

/** An option and its value; joined by `=` where the value alone would be taken for an option. */
export function bashOption(name: string, value: CliValue): string {
  switch (value.kind) {
    case "none":
      return name;
    case "file":
      return `${name} ${shellQuote(`file://${value.path}`)}`;
    case "file-variable":
      return `${name} "file://$${value.variable}"`;
    case "path":
      return `${name} ${shellQuote(value.path)}`;
    case "path-variable":
      return `${name} "$${value.variable}"`;
    case "variable":
      return `${name}="$${value.variable}"`;
    case "text":
      // The CLI would open the file or address that such a text names: it gets the text as a file.
      if (readsAsFile(value.text)) return `${name} file://<(printf %s ${shellQuote(value.text)})`;
      return joinsName(value.text)
        ? shellQuote(`${name}=${value.text}`)
        : `${name} ${shellQuote(value.text)}`;
  }
}

/** The CLI takes a word that begins with a dash for an option. */
export function joinsName(text: string): boolean {
  return text.startsWith("-");
}

function powershellText(command: CliCommand): string {
  const files = valueFiles(command.options);
  const groups = [
    `aws ${command.service} ${command.operation}`,
    ...command.options.map(({ name, value }) => powershellOption(name, value)),
    ...command.operands.map(powershellQuote),
  ];
  const call = wrapped(groups, " `");
  const lines = files.map(
    ({ path, text }) => `[IO.File]::WriteAllText(${here(path)}, ${powershellQuote(text)})`,
  );
  if (command.saveTo === undefined) return [...lines, call].join("\n");
  const target = here(command.saveTo);
  // `>` would write UTF-16 in Windows PowerShell, which the CLI cannot read back.
  return [
    ...lines,
    `$answer = ${call}`,
    `[IO.File]::WriteAllText(${target}, ($answer -join "\`n"))`,
  ].join("\n");
}

/** .NET does not follow PowerShell's current folder. */
const here = (path: string): string => `(Join-Path $PWD ${powershellQuote(path)})`;

interface ValueFile {
  readonly path: string;
  readonly text: string;
}

/** The values that PowerShell or the CLI would change on the way; the CLI reads them from a file. */
export function valueFiles(options: readonly CliOption[]): readonly ValueFile[] {
  return options.flatMap(({ name, value }) =>
    value.kind === "text" && needsFile(value.text)
      ? [{ path: valueFileName(name), text: value.text }]
      : [],
  );
}

const needsFile = (text: string): boolean => readsAsFile(text) || !survivesPowershell(text);

const valueFileName = (option: string): string => `${option.replace(/^-+/, "")}.txt`;

function powershellOption(name: string, value: CliValue): string {
  switch (value.kind) {
    case "none":
      return name;
    case "file":
      return `${name} ${powershellQuote(`file://${value.path}`)}`;
    case "file-variable":
      return `${name} "file://$${value.variable}"`;
    case "path":
      return `${name} ${powershellQuote(value.path)}`;
    case "path-variable":
      return `${name} "$${value.variable}"`;
    case "variable":
      return `"${name}=$${value.variable}"`;
    case "text":
      if (needsFile(value.text))
        return `${name} ${powershellQuote(`file://${valueFileName(name)}`)}`;
      return joinsName(value.text)
        ? powershellQuote(`${name}=${value.text}`)
        : `${name} ${powershellQuote(value.text)}`;
  }
}

/** Fills lines with groups that stay whole; `continuation` ends each line but the last. */
export function wrapped(
  groups: readonly string[],
  continuation: string,
  width: number = WIDTH,
  indent = "  ",
): string {
  const lines: string[] = [];
  for (const group of groups) {
    const line = lines.at(-1);
    if (line === undefined) lines.push(group);
    else if (line.length + 1 + group.length + continuation.length <= width)
      lines[lines.length - 1] = `${line} ${group}`;
    else lines.push(indent + group);
  }
  return lines.join(`${continuation}\n`);
}
