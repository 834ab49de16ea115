export interface JsonToken {
  readonly kind: "key" | "text" | "literal" | "mark" | "missing";
  readonly text: string;
}

/**
 * One line of pretty-printed JSON, cut for colouring; joined again the tokens are the line.
 * `missing` are the texts that stand in for values nobody has given yet.
 */
export function jsonTokens(line: string, missing: readonly string[]): readonly JsonToken[] {
  const tokens: JsonToken[] = [];
  const push = (kind: JsonToken["kind"], text: string) => {
    if (text !== "") tokens.push({ kind, text });
  };
  let end = 0;
  for (const match of line.matchAll(/"(?:[^"\\]|\\.)*"(?=(\s*:)?)|\b(?:true|false|null|\d+)\b/g)) {
    push("mark", line.slice(end, match.index));
    const [text, colon] = match;
    if (!text.startsWith('"')) push("literal", text);
    else if (colon !== undefined) push("key", text);
    else for (const part of cutMissing(text, missing)) push(part.kind, part.text);
    end = match.index + text.length;
  }
  push("mark", line.slice(end));
  return tokens;
}

function cutMissing(text: string, missing: readonly string[]): readonly JsonToken[] {
  const first = missing
    .map((stand) => ({ stand, at: stand === "" ? -1 : text.indexOf(stand) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at || other.stand.length - one.stand.length)[0];
  if (first === undefined) return [{ kind: "text", text }];
  const after = first.at + first.stand.length;
  return [
    { kind: "text", text: text.slice(0, first.at) },
    { kind: "missing", text: first.stand },
    ...cutMissing(text.slice(after), missing),
  ];
}
