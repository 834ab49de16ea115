import { type JsonNode, jsonSource } from "./json-source.ts";

/**
 * A JSON text laid out anew with every value as it is written: numbers, escapes and the order of
 * names stay. Text that is no JSON stays whole.
 */
export function laidOut(text: string, indent = "", unit = "  "): string {
  const source = jsonSource(text);
  return source === undefined ? text : write(source, indent);

  function write(node: JsonNode, at: string): string {
    const inner = at + unit;
    if (node.kind === "plain") return text.slice(node.start, node.end);
    if (node.kind === "list") {
      if (node.items.length === 0) return "[]";
      return `[\n${node.items.map((item) => inner + write(item, inner)).join(",\n")}\n${at}]`;
    }
    if (node.members.length === 0) return "{}";
    const members = node.members.map(
      ({ start, value }) => `${inner}${nameAt(text, start)}: ${write(value, inner)}`,
    );
    return `{\n${members.join(",\n")}\n${at}}`;
  }
}

/** The same without white space between the values. */
export function withoutLayout(text: string): string {
  const source = jsonSource(text);
  return source === undefined ? text : write(source);

  function write(node: JsonNode): string {
    if (node.kind === "plain") return text.slice(node.start, node.end);
    if (node.kind === "list") return `[${node.items.map(write).join(",")}]`;
    return `{${node.members.map(({ start, value }) => `${nameAt(text, start)}:${write(value)}`).join(",")}}`;
  }
}

function nameAt(text: string, start: number): string {
  const name = /"(?:[^"\\]|\\.)*"/y;
  name.lastIndex = start;
  return name.exec(text)?.[0] ?? "";
}
