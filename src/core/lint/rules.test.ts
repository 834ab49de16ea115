import { describe, expect, it } from "vitest";
import { RULES } from "#core/lint/index.ts";
import { ADVICE_CASES } from "#core/lint/testing/advice-cases.ts";
import { DOCUMENT_CASES } from "#core/lint/testing/document-cases.ts";
import { allFindings, fixed, type LintCase, subjectOf } from "#core/lint/testing/linted.ts";
import { valueAtPath } from "#core/lint/testing/value-at-path.ts";

const CASES = { ...DOCUMENT_CASES, ...ADVICE_CASES };
const IDS = RULES.map(({ id }) => id);

it("has cases for every rule, on both sides, and for no other", () => {
  expect(Object.keys(CASES).toSorted()).toEqual(IDS.toSorted());
  for (const { hits, near } of Object.values(CASES)) {
    expect(Math.min(hits.length, near.length)).toBeGreaterThan(0);
  }
});

it("says why, with AWS's own page, in sentences", () => {
  for (const { why, source } of RULES) {
    expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(why).toMatch(/\.$/);
  }
});

function named(cases: readonly LintCase[]) {
  return cases.map((linted) => ({
    linted,
    name: linted.text ?? JSON.stringify(linted.with ?? linted.policy).slice(0, 120),
  }));
}

const findingsIn = (linted: LintCase) => allFindings(subjectOf(linted));

describe.each(IDS)("%s", (id) => {
  const cases = CASES[id] ?? { hits: [], near: [] };

  it.each(named(cases.hits))("is told of $linted.kind $name", ({ linted }) => {
    const found = findingsIn(linted).filter(({ rule }) => rule === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { message } of found) expect(message).toMatch(/^["“*\w].*\.$/s);
  });

  it.each(named(cases.near))("is not told of $linted.kind $name", ({ linted }) => {
    expect(findingsIn(linted).filter(({ rule }) => rule === id)).toEqual([]);
  });
});

describe("a place", () => {
  const everyHit = Object.values(CASES).flatMap(({ hits }) => hits);

  it("is there in the document", () => {
    for (const linted of everyHit) {
      const subject = subjectOf(linted);
      for (const { rule, path, message } of allFindings(subject)) {
        if (path.length === 0) continue;
        const json: unknown = JSON.parse(subject.documents[0]?.text ?? "");
        expect(valueAtPath(json, path), `${rule}: ${message}`).not.toBe(undefined);
      }
    }
  });

  it("is told once for one cause", () => {
    for (const linted of everyHit) {
      const places = allFindings(subjectOf(linted)).map(
        ({ rule, path }) => `${rule} ${path.join()}`,
      );
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

describe("a fix", () => {
  const fixable = Object.values(CASES)
    .flatMap(({ hits, near }) => [...hits, ...near])
    .flatMap((linted) => {
      const subject = subjectOf(linted);
      return allFindings(subject)
        .filter(({ fix }) => fix !== undefined)
        .map((finding) => ({ finding, subject, name: `${finding.rule}: ${finding.message}` }));
    });

  it("is offered often", () => {
    expect(new Set(fixable.map(({ finding }) => finding.rule)).size).toBeGreaterThan(18);
  });

  it.each(fixable)("of $name takes its finding away and adds no error", ({ finding, subject }) => {
    const before = allFindings(subject);
    const after = allFindings(fixed(subject, finding));
    const count = (found: typeof before) =>
      found.filter(({ rule, message }) => rule === finding.rule && message === finding.message)
        .length;
    expect(count(after)).toBeLessThan(count(before));
    const errors = (found: typeof before) => found.filter(({ severity }) => severity === "error");
    expect(errors(after).length).toBeLessThanOrEqual(
      errors(before).length - Number(finding.severity === "error"),
    );
  });
});
