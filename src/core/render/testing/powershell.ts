import { createRequire } from "node:module";
import { Language, type Node, Parser } from "web-tree-sitter";

const require = createRequire(import.meta.url);

await Parser.init();
const parser = new Parser();
parser.setLanguage(
  await Language.load(require.resolve("tree-sitter-powershell/tree-sitter-powershell.wasm")),
);

/** What a PowerShell grammar makes of a text, as far as tests ask for it. */
export interface Parsed {
  readonly errors: readonly string[];
  /** Names of commands that are run. */
  readonly commands: readonly string[];
  /** Names of functions that are defined. */
  readonly functions: readonly string[];
  /** Variables as written, with dollar. */
  readonly variables: readonly string[];
  /** Variables that get a value: assigned, a parameter, or of a loop. */
  readonly assigned: readonly string[];
}

export function parsePowershell(text: string): Parsed {
  const root = powershellTree(text);
  const texts = (type: string) => root.descendantsOfType(type).map((node) => node.text);
  return {
    errors: errorsIn(root),
    commands: texts("command_name"),
    functions: texts("function_name"),
    variables: texts("variable"),
    assigned: root
      .descendantsOfType(["left_assignment_expression", "script_parameter", "foreach_statement"])
      .flatMap((node) => node.descendantsOfType("variable")[0]?.text ?? []),
  };
}

/** Where the grammar cannot read a text: line, column, text. */
export function powershellErrors(text: string): readonly string[] {
  return errorsIn(powershellTree(text));
}

/** All of what the grammar makes of a text. */
export function powershellTree(text: string): Node {
  const tree = parser.parse(text);
  if (tree === null) throw new Error("The grammar was not loaded.");
  return tree.rootNode;
}

function errorsIn(node: Node): readonly string[] {
  if (!node.hasError) return [];
  const { row, column } = node.startPosition;
  const own =
    node.isError || node.isMissing ? [`${row + 1}:${column + 1} ${node.text.slice(0, 60)}`] : [];
  return [...own, ...node.children.flatMap((child) => (child === null ? [] : errorsIn(child)))];
}
