import type { ContextValues } from "#core/proof/context.ts";
import { onePattern, type TextPattern, type TextTest } from "#core/proof/text-pattern.ts";
import {
  ANY_ONE,
  ANY_RUN,
  type Glob,
  globMatches,
  globShape,
  globTest,
  literalText,
  pushAnyRun,
  pushText,
} from "#core/proof/wildcard.ts";

/** How a text of a policy is read: by its policy's `Version`, and by where it stands. */
export interface Reading {
  /** `*` and `?` are wildcards here. */
  readonly wildcards: boolean;
  /** `${…}` is a variable here: `Version` is 2012-10-17. */
  readonly variables: boolean;
}

/** `fallback` is the default after the comma: `${aws:PrincipalTag/team, 'company-wide'}`. */
export interface Variable {
  readonly key: string;
  readonly fallback: string | undefined;
}

export interface PolicyText {
  readonly parts: readonly (Glob | Variable)[];
  readonly hasVariables: boolean;
}

const ESCAPES: ReadonlySet<string> = new Set(["*", "?", "$"]);

/**
 * Reads wildcards, variables and the escapes `${*}`, `${?}`, `${$}`. An unfinished `${` is text.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function parsePolicyText(text: string, reading: Reading): PolicyText {
  const parts: (Glob | Variable)[] = [];
  let glob: number[] = [];
  let at = 0;
  while (at < text.length) {
    const end = reading.variables && text.startsWith("${", at) ? text.indexOf("}", at) : -1;
    if (end > at) {
      const inside = text.slice(at + 2, end).trim();
      if (ESCAPES.has(inside)) {
        pushText(glob, inside);
      } else {
        parts.push(glob, parseVariable(inside));
        glob = [];
      }
      at = end + 1;
    } else {
      const unit = text[at] ?? "";
      if (reading.wildcards && unit === "*") pushAnyRun(glob);
      else if (reading.wildcards && unit === "?") glob.push(ANY_ONE);
      else pushText(glob, unit);
      at += 1;
    }
  }
  parts.push(glob);
  return { parts, hasVariables: parts.length > 1 };
}

/** A variable, finished or not; the escapes `${*}`, `${?}` and `${$}` are none. */
export function hasVariable(text: string): boolean {
  return /\$\{[^*?$}]/.test(text);
}

function parseVariable(inside: string): Variable {
  const comma = inside.indexOf(",");
  const fallback = comma < 0 ? "" : inside.slice(comma + 1).trim();
  if (fallback.length < 2 || !fallback.startsWith("'") || !fallback.endsWith("'")) {
    return { key: inside.toLowerCase(), fallback: undefined };
  }
  return { key: inside.slice(0, comma).trim().toLowerCase(), fallback: fallback.slice(1, -1) };
}

/**
 * Puts values for variables; wildcards inside a value are text. Undefined when a variable has
 * neither value nor default, or stands for a multivalued key: such a text matches nothing.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function expandedGlob(text: PolicyText, context: ContextValues): Glob | undefined {
  const glob: number[] = [];
  for (const part of text.parts) {
    if (!("key" in part)) {
      for (const unit of part) {
        if (unit === ANY_RUN) pushAnyRun(glob);
        else glob.push(unit);
      }
      continue;
    }
    const value = context.get(part.key) ?? part.fallback;
    if (typeof value !== "string") return undefined;
    pushText(glob, value);
  }
  return glob;
}

/** The text with values put for variables and no wildcards; undefined when a value is missing. */
export function expandedText(
  text: string,
  variables: boolean,
): (context: ContextValues) => string | undefined {
  const parsedText = parsePolicyText(text, { wildcards: false, variables });
  return (context) => {
    const glob = expandedGlob(parsedText, context);
    return glob && literalText(glob);
  };
}

/** Case is disregarded for A to Z only, so that no text changes its length. */
export function asciiLowerCase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Most texts have no wildcard, or one `*` at their end, and no `$`: nothing in them has to be read. */
export function plainPattern(
  text: string,
  wildcards: boolean,
): Extract<TextPattern, { readonly kind: "exact" | "start" }> | undefined {
  if (text.includes("$")) return undefined;
  if (!wildcards) return { kind: "exact", text };
  const star = text.search(/[*?]/);
  if (star < 0) return { kind: "exact", text };
  return star === text.length - 1 && text.endsWith("*")
    ? { kind: "start", text: text.slice(0, -1) }
    : undefined;
}

/** Reads a text for many comparisons. */
export function parseTextPattern(text: string, reading: Reading): TextPattern {
  const plain = plainPattern(text, reading.wildcards);
  if (plain !== undefined) return plain;
  const parsedText = parsePolicyText(text, reading);
  if (parsedText.hasVariables) {
    const matches: TextTest = (candidate, context) => {
      const glob = expandedGlob(parsedText, context);
      return glob !== undefined && globMatches(glob, candidate);
    };
    return { kind: "test", matches };
  }
  const glob = expandedGlob(parsedText, new Map()) ?? [];
  const shape = globShape(glob);
  return shape.kind === "other" ? { kind: "test", matches: globTest(glob) } : shape;
}

/** Prepares a text for many requests. */
export function policyTextTest(text: string, reading: Reading): TextTest {
  return onePattern(parseTextPattern(text, reading));
}
