/** A stretch of a text as editors count: lines and columns from 1, the end behind the last character. */
export interface TextRange {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Members and indices from the outermost value inwards: `["Statement", 2, "Action", 0]`. */
export type JsonPath = readonly (string | number)[];

/** Where a statement stands in a policy's text, or a part of it: `statementPath(2, "Action", 0)`. */
export function statementPath(index: number, ...within: JsonPath): JsonPath {
  return ["Statement", index, ...within];
}

/**
 * Finds a value in JSON text, exactly as it is written. Where the path leads no further, the nearest
 * value around it; a single value counts as a list of one, as in policies. Undefined when the text
 * is no JSON. Nothing is recursive: deep nesting cannot overflow.
 */
export function jsonRange(text: string, path: JsonPath): TextRange | undefined {
  if (!isJson(text)) return undefined;
  let start = afterSpace(text, 0);
  for (const segment of path) {
    if (segment === 0 && text[start] !== "[") continue;
    const child =
      typeof segment === "number" ? item(text, start, segment) : member(text, start, segment);
    if (child === undefined) break;
    start = child;
  }
  return rangeOf(text, start, valueEnd(text, start));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function rangeOf(text: string, start: number, end: number): TextRange {
  const from = placeOf(text, start);
  const to = placeOf(text, end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

/** As an editor counts: from 1. */
export function placeOf(
  text: string,
  at: number,
): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split("\n").length, column: at - before.lastIndexOf("\n") };
}

function afterSpace(text: string, at: number): number {
  let next = at;
  while (" \t\n\r".includes(text[next] ?? "x")) next += 1;
  return next;
}

/** Start of the array's item. */
function item(text: string, array: number, index: number): number | undefined {
  if (text[array] !== "[") return undefined;
  let at = afterSpace(text, array + 1);
  for (let count = 0; text[at] !== "]"; count += 1) {
    if (count === index) return at;
    at = nextElement(text, at);
  }
  return undefined;
}

/** Start of the member's value; of several with one name the last, which is the one that is read. */
function member(text: string, object: number, name: string): number | undefined {
  if (text[object] !== "{") return undefined;
  let found: number | undefined;
  let at = afterSpace(text, object + 1);
  while (text[at] !== "}") {
    const keyEnd = valueEnd(text, at);
    const value = afterSpace(text, afterSpace(text, keyEnd) + 1);
    if (JSON.parse(text.slice(at, keyEnd)) === name) found = value;
    at = nextElement(text, value);
  }
  return found;
}

/** The next item or member, or the closing bracket. */
function nextElement(text: string, value: number): number {
  const at = afterSpace(text, valueEnd(text, value));
  return text[at] === "," ? afterSpace(text, at + 1) : at;
}

const BRACKETS = "{}[],:";
const ENDS = " \t\n\r{}[],:";

/** Behind the value that starts here, in text that is known to be JSON. */
function valueEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  do {
    at = afterSpace(text, at);
    const character = text[at];
    if (character === undefined) return at;
    if (character === "{" || character === "[") depth += 1;
    if (character === "}" || character === "]") depth -= 1;
    if (BRACKETS.includes(character)) at += 1;
    else at = character === '"' ? stringEnd(text, at) : scalarEnd(text, at);
  } while (depth > 0);
  return at;
}

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function scalarEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && !ENDS.includes(text[at] ?? "")) at += 1;
  return at;
}
