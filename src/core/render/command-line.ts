/** A value on a command line: known now, kept in a file, or known only while a script runs. */
export type CliValue =
  | { readonly kind: "text"; readonly text: string }
  /** `file://…`, relative to the folder of the side. */
  | { readonly kind: "file"; readonly path: string }
  /** `file://` and a path that a variable of the script holds. */
  | { readonly kind: "file-variable"; readonly variable: string }
  /** The name of a file, where the CLI wants no `file://` before it. */
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "path-variable"; readonly variable: string }
  | { readonly kind: "variable"; readonly variable: string }
  /** A switch: the option says it all. */
  | { readonly kind: "none" };

export interface CliOption {
  readonly name: `--${string}`;
  readonly value: CliValue;
}

/** One call of the AWS CLI as data. Each shell writes it in its own way. */
export interface CliCommand {
  readonly service: string;
  readonly operation: string;
  readonly options: readonly CliOption[];
  /** What follows the options without a name, e.g. the file that get-object writes. */
  readonly operands: readonly string[];
  /** The file beside the documents that receives the answer. */
  readonly saveTo?: string;
  /** What to know or to do before, in a sentence. */
  readonly note?: string;
}

export function textOption(name: CliOption["name"], text: string): CliOption {
  return { name, value: { kind: "text", text } };
}

export function withOptions(command: CliCommand, ...options: readonly CliOption[]): CliCommand {
  return { ...command, options: [...command.options, ...options] };
}

/** The answer, cut down to what `query` (JMESPath) selects, so that a pager has nothing to page. */
export function answering(
  command: CliCommand,
  query: string,
  output: "text" | "json" = "text",
): CliCommand {
  return withOptions(command, textOption("--query", query), textOption("--output", output));
}

/**
 * The CLI replaces a value that begins so by what it finds there; version 1 fetches the last two from the network.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html
 */
export function readsAsFile(text: string): boolean {
  return /^(?:fileb?|https?):\/\//.test(text);
}
