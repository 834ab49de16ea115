/** Where text stops being JSON, counted as an editor counts: from 1. */
export interface JsonError {
  readonly line: number;
  readonly column: number;
  /** What should stand there: "a value", "a comma or }". */
  readonly expected: string;
}

/** Messages of JSON.parse differ between browsers and may lack the place; this finds it everywhere. */
export function jsonError(text: string): JsonError | undefined {
  const failure = findFailure(text);
  if (failure === undefined) return undefined;
  const before = text.slice(0, failure.at);
  const lineStart = before.lastIndexOf("\n") + 1;
  return {
    line: before.split("\n").length,
    column: failure.at - lineStart + 1,
    expected: failure.expected,
  };
}

interface Failure {
  readonly at: number;
  readonly expected: string;
}

const SPACE = /[\t\n\r ]*/;
const LITERAL = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/;

/** Reads with a stack of open brackets instead of recursion, so that deep nesting cannot overflow. */
function findFailure(text: string): Failure | undefined {
  const open: ("}" | "]")[] = [];
  let at = 0;
  // Sticky patterns keep a place, so each text has its own.
  const [space, literal, string] = [SPACE, LITERAL, STRING].map(
    ({ source }) => new RegExp(source, "y"),
  ) as [RegExp, RegExp, RegExp];
  const match = (sticky: RegExp): boolean => {
    sticky.lastIndex = at;
    const length = sticky.exec(text)?.[0].length ?? -1;
    if (length < 0) return false;
    at += length;
    return true;
  };
  const take = (character: string): boolean => {
    match(space);
    if (text[at] !== character) return false;
    at += 1;
    return true;
  };
  const key = (): Failure | undefined => {
    match(space);
    if (!match(string)) return { at, expected: "a name in double quotes" };
    return take(":") ? undefined : { at, expected: "a colon" };
  };
  const value = (): Failure | undefined => {
    for (;;) {
      if (take("{")) {
        if (take("}")) return undefined;
        open.push("}");
        const failure = key();
        if (failure !== undefined) return failure;
      } else if (take("[")) {
        if (take("]")) return undefined;
        open.push("]");
      } else {
        return match(string) || match(literal) ? undefined : { at, expected: "a value" };
      }
    }
  };

  let failure = value();
  while (failure === undefined && open.length > 0) {
    const bracket = open.at(-1) ?? "}";
    if (take(bracket)) open.pop();
    else if (!take(",")) failure = { at, expected: `a comma or ${bracket}` };
    else failure = (bracket === "}" ? key() : undefined) ?? value();
  }
  if (failure !== undefined) return failure;
  match(space);
  return at < text.length ? { at, expected: "the end of the text" } : undefined;
}
