import { isTexts } from "./raw.ts";

/** Pasted lines, without empty ones. */
export function pastedLines(text: string): readonly string[] {
  return cleaned(text.split(/\r\n?|\n/));
}

/**
 * Pasted text cut into the items of a list: a JSON array of texts, or items between line breaks, semicolons,
 * tabs and commas. A comma inside an item stays, because the names of roles may have one.
 */
export function pastedItems(text: string): readonly string[] {
  return (
    textsOfJson(text) ??
    cleaned(text.split(/[\r\n;\t]|,(?=\s|$|["']|arn:|vpce-|s3:|\d|[0-9a-f]*:)/))
  );
}

function textsOfJson(text: string): readonly string[] | undefined {
  if (!text.trim().startsWith("[")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isTexts(value) ? cleaned(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Lines copied out of JSON or a list keep their quotes, brackets and commas; no item has them. */
function cleaned(items: readonly string[]): readonly string[] {
  return items
    .map((item) =>
      item
        .trim()
        .replace(/^[[\]]+$/, "")
        .replace(/,$/, "")
        .replace(/^(["'])(.*)\1$/, "$2")
        .trim(),
    )
    .filter((item) => item !== "");
}
