import { type Parsed, parsed, refused } from "#core/brand.ts";

/** A JSON object, and no list. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * One text or a list of texts; a single text means the same as a list of one.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parseTexts(element: string, value: unknown): Parsed<readonly string[]> {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.filter((item) => typeof item === "string");
  if (texts.length === items.length) return parsed(texts);
  return refused(`${element} must be a text or a list of texts.`);
}

/** Condition values: booleans and numbers mean the same as their text. */
export function parseConditionValues(key: string, value: unknown): Parsed<readonly string[]> {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  for (const item of items) {
    if (typeof item !== "string" && typeof item !== "boolean" && typeof item !== "number") {
      return refused(`The values of ${key} must be texts, numbers or booleans.`);
    }
    texts.push(String(item));
  }
  return parsed(texts);
}
