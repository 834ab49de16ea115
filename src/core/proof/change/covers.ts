import { isRecord, principalNames } from "#core/policy/merge/meaning.ts";
import { isJsonObject, parseConditionValues, parseTexts } from "#core/proof/policy/element.ts";

/**
 * Whether one Allow lets through every request that the other does. Told by the texts alone, and only
 * where that is certain: `false` means that it is not known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export function covers(wide: unknown, narrow: unknown): boolean {
  if (!isRecord(wide) || !isRecord(narrow)) return false;
  const negated = ["NotPrincipal", "NotAction", "NotResource"];
  if (negated.some((name) => name in wide || name in narrow)) return false;
  const who = principalNames(wide);
  const named = principalNames(narrow);
  if (who === undefined || named === undefined) return false;
  return (
    (who.has("*") || [...named].every((name) => who.has(name))) &&
    textsCovered(wide["Action"], narrow["Action"], (text) => text.toLowerCase()) &&
    (narrow["Resource"] === wide["Resource"] ||
      textsCovered(wide["Resource"], narrow["Resource"], (text) => text)) &&
    conditionsCovered(wide["Condition"], narrow["Condition"])
  );
}

function textsCovered(wide: unknown, narrow: unknown, plain: (text: string) => string): boolean {
  const [patterns, texts] = [parseTexts("", wide), parseTexts("", narrow)];
  if (!patterns.ok || !texts.ok) return false;
  return texts.value.every((text) =>
    patterns.value.some((pattern) => isWithin(plain(text), plain(pattern))),
  );
}

/**
 * The same text, everything, or a text that begins as a pattern with `*` at its end does: then
 * whatever the wildcards of the text stand for lies within. Variables may stand for anything.
 */
function isWithin(text: string, pattern: string): boolean {
  if (text === pattern || pattern === "*") return true;
  const start = pattern.slice(0, -1);
  if (!pattern.endsWith("*") || /[*?$]/.test(start)) return false;
  return text.startsWith(start) && !text.includes("${");
}

/** Each condition of the wide one stands in the narrow one too, with no more values there. */
function conditionsCovered(wide: unknown, narrow: unknown): boolean {
  const [held, given] = [entriesOf(wide), entriesOf(narrow)];
  return held.every(({ operator, key, values }) =>
    given.some(
      (one) =>
        one.operator === operator &&
        one.key === key &&
        one.values.length === values.length &&
        one.values.every((value, index) => value === values[index]),
    ),
  );
}

function entriesOf(condition: unknown) {
  if (!isJsonObject(condition)) return [];
  return Object.entries(condition).flatMap(([operator, block]) =>
    isJsonObject(block)
      ? Object.entries(block).map(([key, given]) => {
          const values = parseConditionValues(key, given);
          return {
            operator,
            key: key.toLowerCase(),
            values: values.ok ? values.value.toSorted() : [],
          };
        })
      : [],
  );
}
