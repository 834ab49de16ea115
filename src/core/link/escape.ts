/**
 * Characters with a meaning inside a value: `,` between items or columns, `;` between rows, `:`
 * between choices, `~` for "empty on purpose". As data they are always written as %XX.
 */
const STRUCTURE = /([,;:~])/;

/** Left alone by encodeURIComponent, but taken for markup or cut off by mail and chat programs. */
const FRAGILE = /[!'()*~]/g;

/**
 * Text as it stands in a link. What is left unescaped survives mail programs and needs no quoting;
 * half a surrogate pair, which no AWS value holds, becomes U+FFFD.
 */
export function escapeText(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(FRAGILE, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%2F", "/");
}

/** As `escapeText`, for values in which `:` has no meaning, so that ARNs stay readable. */
export function escapeWithColons(text: string): string {
  return escapeText(text).replaceAll("%3A", ":");
}

/** Undefined when the escapes are damaged. */
export function unescapeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/**
 * The one spelling of a value: programs that pass a link on may escape more or less than we do,
 * which changes nothing. Structure and data are never exchanged by this. Undefined when damaged.
 */
export function canonicalValue(value: string): string | undefined {
  const parts = value.split(STRUCTURE).map((part) => {
    if (STRUCTURE.test(part)) return part;
    const text = unescapeText(part);
    return text === undefined ? undefined : escapeText(text);
  });
  return parts.includes(undefined) ? undefined : parts.join("");
}
