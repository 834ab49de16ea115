import { describe, expect, it } from "vitest";
import { parseTextPattern } from "#core/proof/policy-text.ts";
import { anyPattern, onePattern } from "#core/proof/text-pattern.ts";
import { globMatches, pushAnyRun, pushText } from "#core/proof/wildcard.ts";

const PATTERNS = ["", "*", "reports/", "reports/*", "reports*", "r*s/*", "reports/**", "?eports/"];
const TEXTS = ["", "*", "reports", "reports/", "reports/a", "reports-old/a", "xeports/", "r/s/"];
const reading = { wildcards: true, variables: true };

/** Unit by unit, as `*` and `?` are defined. */
function matchesGlob(pattern: string, text: string): boolean {
  const glob: number[] = [];
  for (const unit of pattern) {
    if (unit === "*") pushAnyRun(glob);
    else if (unit === "?") glob.push(-2);
    else pushText(glob, unit);
  }
  return globMatches(glob, text);
}

describe("text patterns", () => {
  it.each(PATTERNS)("reads %j as the glob that it is", (pattern) => {
    const matches = onePattern(parseTextPattern(pattern, reading));
    for (const text of TEXTS) {
      expect(matches(text, new Map()), text).toBe(matchesGlob(pattern, text));
    }
  });

  it("finds a text that any of the patterns matches, whichever two they are", () => {
    for (const one of PATTERNS) {
      for (const other of PATTERNS) {
        const patterns = [one, other].map((text) => parseTextPattern(text, reading));
        const matches = anyPattern(patterns);
        for (const text of TEXTS) {
          const expected = matchesGlob(one, text) || matchesGlob(other, text);
          expect(matches(text, new Map()), `${one} or ${other}: ${text}`).toBe(expected);
        }
      }
    }
  });

  it("matches nothing without a pattern", () => {
    expect(anyPattern([])("", new Map())).toBe(false);
  });

  it("takes wildcards for text where there are none, and reads variables first", () => {
    const plain = onePattern(parseTextPattern("a*", { wildcards: false, variables: true }));
    expect(plain("a*", new Map())).toBe(true);
    expect(plain("ab", new Map())).toBe(false);
    const own = `home/\${aws:username}/*`;
    const variable = onePattern(parseTextPattern(own, reading));
    expect(variable("home/ann/a", new Map([["aws:username", "ann"]]))).toBe(true);
    expect(variable("home/bob/a", new Map([["aws:username", "ann"]]))).toBe(false);
  });
});
