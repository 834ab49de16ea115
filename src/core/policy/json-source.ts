import { jsonError } from "./json-error.ts";
import { placeOf } from "./json-place.ts";

/** A value of a JSON text, and where it stands: text outside the spans one changes is not touched. */
export type JsonNode = {
  readonly start: number;
  readonly end: number;
} & (
  | { readonly kind: "object"; readonly members: readonly JsonMember[] }
  | { readonly kind: "list"; readonly items: readonly JsonNode[] }
  | { readonly kind: "plain" }
);

export interface JsonMember {
  readonly name: string;
  /** Where the name begins. */
  readonly start: number;
  readonly value: JsonNode;
}

/** AWS's own grammar needs six. */
const DEEPEST = 64;

const SPACE = /[\t\n\r ]*/;
const PLAIN = /"(?:[^"\\]|\\.)*"|[^\s,\]}]+/;

/** The tree of a JSON text; undefined when it is none, or is nested deeper than any policy. */
export function jsonSource(text: string): JsonNode | undefined {
  if (jsonError(text) !== undefined) return undefined;
  let at = 0;
  // Sticky patterns keep a place, so each text has its own.
  const space = new RegExp(SPACE.source, "y");
  const token = new RegExp(PLAIN.source, "y");
  const skip = (sticky: RegExp): number => {
    sticky.lastIndex = at;
    at += sticky.exec(text)?.[0].length ?? 0;
    return at;
  };
  const plain = (): JsonNode => {
    const start = at;
    return { kind: "plain", start, end: skip(token) };
  };
  /** Commas, colons and brackets are known to be where they belong. */
  const passes = (character: string): boolean => {
    skip(space);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const node = (depth: number): JsonNode | undefined => {
    if (depth > DEEPEST) return undefined;
    skip(space);
    const start = at;
    if (passes("{")) {
      const members: JsonMember[] = [];
      while (!passes("}")) {
        passes(",");
        skip(space);
        const name = plain();
        passes(":");
        const value = node(depth + 1);
        if (value === undefined) return undefined;
        const said: unknown = JSON.parse(text.slice(name.start, name.end));
        members.push({ name: String(said), start: name.start, value });
      }
      return { kind: "object", start, end: at, members };
    }
    if (passes("[")) {
      const items: JsonNode[] = [];
      while (!passes("]")) {
        passes(",");
        const item = node(depth + 1);
        if (item === undefined) return undefined;
        items.push(item);
      }
      return { kind: "list", start, end: at, items };
    }
    return plain();
  };
  return node(0);
}

/** The member that counts: of several with one name a parser takes the last. */
export function memberOf(node: JsonNode, name: string): JsonMember | undefined {
  return node.kind === "object" ? node.members.findLast((one) => one.name === name) : undefined;
}

export interface RepeatedName {
  readonly name: string;
  readonly times: number;
  /** Lines of the first of them, from 1. */
  readonly lines: readonly number[];
}

/** Names that stand more than once in one object. */
export function repeatedNames(text: string, root: JsonNode): readonly RepeatedName[] {
  // Places are looked for where there is something to say: there may be thousands of names.
  const within = (node: JsonNode): readonly RepeatedName[] => {
    if (node.kind === "plain") return [];
    if (node.kind === "list") return node.items.flatMap(within);
    const byName = new Map<string, number[]>();
    for (const { name, start } of node.members) {
      const starts = byName.get(name);
      if (starts === undefined) byName.set(name, [start]);
      else starts.push(start);
    }
    return [
      ...[...byName].flatMap(([name, starts]) =>
        starts.length > 1
          ? [
              {
                name,
                times: starts.length,
                lines: starts.slice(0, LINES_MOST).map((start) => placeOf(text, start).line),
              },
            ]
          : [],
      ),
      ...node.members.flatMap(({ value }) => within(value)),
    ];
  };
  return within(root);
}

const LINES_MOST = 10;

/** "“Effect” stands twice in one object (lines 4, 9)." */
export function repeatedText({ name, times, lines }: RepeatedName): string {
  const more = times > lines.length ? " …" : "";
  return `“${name}” stands ${times === 2 ? "twice" : `${times} times`} in one object (lines ${lines.join(", ")}${more}).`;
}
