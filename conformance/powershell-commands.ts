import type { Node } from "web-tree-sitter";
import { VARIABLES } from "#core/render/actions/script-action.ts";
import { powershellTree } from "#core/render/testing/powershell.ts";
import { SAMPLES } from "./written-commands.ts";

/**
 * The calls of a PowerShell script, without its library: what its lists of words stand for by
 * PowerShell's rules, read off a grammar's tree. Nothing is run.
 */
export function powershellCalls(script: string): readonly (readonly string[])[] {
  const [head = "", rest = ""] = script.split(/^# ---- Library.*$/m);
  const own = head + rest.slice(rest.search(/^# ---- Start/m));
  return powershellTree(own)
    .descendantsOfType("command")
    .filter((command) => RUNNERS.test(command?.text ?? ""))
    .map((command) => {
      const [list] = command?.descendantsOfType("array_expression") ?? [];
      const [elements] = list?.descendantsOfType("array_literal_expression") ?? [];
      if (elements == null) throw new Error(`There is no list in ${command?.text}`);
      return elements.namedChildren.map((element) => meant(element));
    });
}

const RUNNERS = /^(?:Test-Aws|Test-AwsInSession|Invoke-Change) @\(/;

const VALUES = new Map(
  Object.entries(SAMPLES).map(([name, text]) => [
    `$script:${VARIABLES[name as keyof typeof VARIABLES]}`.toLowerCase(),
    text,
  ]),
);

/** Of one element. Files that hold a text stand for the text, all others for their place. */
function meant(element: Node | null): string {
  const text = element?.text ?? "";
  if (text.startsWith("'")) return literal(text);
  if (text.startsWith('"')) return expanded(text.slice(1, -1));
  if (text.startsWith("$")) return ANY_FILE;
  const call = /^\(New-ValueFile '[^']*' (.*)\)$/s.exec(text);
  if (call !== null) return literal(call[1] ?? "");
  return literal(text);
}

/** Stands for a file whose name only the script knows. */
export const ANY_FILE = "<file>";

function expanded(text: string): string {
  if (/^file:\/\/\$\w+$/.test(text)) return `file://${ANY_FILE}`;
  return text.replace(/\$\((\$script:\w+)\)/g, (whole, name: string) => {
    const value = VALUES.get(name.toLowerCase());
    if (value === undefined) throw new Error(`Nothing is known of ${whole}.`);
    return value;
  });
}

/** `'it''s'`, or `('a' + [char]8217 + 'b')`. */
function literal(text: string): string {
  const parts = text.replace(/^\((.*)\)$/s, "$1").match(/'(?:[^']|'')*'|\[char\]\d+/g) ?? [];
  return parts
    .map((part) =>
      part.startsWith("'")
        ? part.slice(1, -1).replaceAll("''", "'")
        : String.fromCharCode(Number(part.slice("[char]".length))),
    )
    .join("");
}
