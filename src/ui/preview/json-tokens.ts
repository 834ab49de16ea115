export interface JsonToken {
  readonly kind: "key" | "text" | "literal" | "mark" | "missing";
  readonly text: string;
}

/** Stands in a document for a value that nobody has given yet, e.g. `<BUCKET_NAME>`. */
const PLACEHOLDER = /(<[A-Z][A-Z0-9_]*>)/;

/** One line of pretty-printed JSON, cut for colouring; joined again the tokens are the line. */
export function jsonTokens(line: string): readonly JsonToken[] {
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
    else for (const part of cutMissing(text)) push(part.kind, part.text);
    end = match.index + text.length;
  }
  push("mark", line.slice(end));
  return tokens;
}

function cutMissing(text: string): readonly JsonToken[] {
  return text
    .split(PLACEHOLDER)
    .map((part, index) => ({ kind: index % 2 === 1 ? "missing" : "text", text: part }) as const);
}
