import type { ContextValues } from "#core/proof/context.ts";

/** Compares a text of a request, with the values that variables stand for. */
export type TextTest = (text: string, context: ContextValues) => boolean;

/** A policy's text as it can be compared: most are one text, or the start of texts. */
export type TextPattern =
  | { readonly kind: "exact"; readonly text: string }
  | { readonly kind: "start"; readonly text: string }
  | { readonly kind: "never" }
  | { readonly kind: "test"; readonly matches: TextTest };

/** Holds for a text that one of the patterns matches. They are looked up: there may be hundreds. */
export function anyPattern(patterns: readonly TextPattern[]): TextTest {
  const [only] = patterns;
  if (only !== undefined && patterns.length === 1) return onePattern(only);
  const exact = new Set<string>();
  const starts = new Map<number, Set<string>>();
  const tests: TextTest[] = [];
  for (const pattern of patterns) {
    if (pattern.kind === "exact") exact.add(pattern.text);
    if (pattern.kind === "test") tests.push(pattern.matches);
    if (pattern.kind === "start") {
      const sameLength = starts.get(pattern.text.length) ?? new Set();
      starts.set(pattern.text.length, sameLength.add(pattern.text));
    }
  }
  const single = [...starts.values()].filter(({ size }) => size === 1).flatMap((one) => [...one]);
  const several = [...starts].filter(([, { size }]) => size > 1);
  return (text, context) => {
    if (exact.has(text)) return true;
    for (const start of single) if (text.startsWith(start)) return true;
    for (const [length, texts] of several) {
      if (length <= text.length && texts.has(text.slice(0, length))) return true;
    }
    return tests.length > 0 && tests.some((matches) => matches(text, context));
  };
}

export function onePattern(pattern: TextPattern): TextTest {
  switch (pattern.kind) {
    case "never":
      return () => false;
    case "exact":
      return (text) => text === pattern.text;
    case "start":
      return (text) => text.startsWith(pattern.text);
    case "test":
      return pattern.matches;
  }
}
