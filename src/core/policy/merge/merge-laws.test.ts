import fc from "fast-check";
import { expect, it } from "vitest";
import {
  currentPolicy,
  olderPolicy,
  ourStatements,
  writtenSomehow,
} from "#core/policy/testing/arbitrary-policy.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import { statementMatch } from "#core/proof/policy/statement.ts";
import { prepareRequest } from "#core/proof/request.ts";
import { mergePolicy, olderAmong, oursAmong } from "./merge-policy.ts";
import { policySource } from "./policy-source.ts";
import { withoutStatements } from "./take-out.ts";

/** For each of the laws; together thousands of policies. */
const RUNS = { numRuns: 400 };

const olderText = olderPolicy.chain(writtenSomehow).filter((text) => !text.includes("${"));
const anyText = fc.oneof(currentPolicy.chain(writtenSomehow), olderText);
const currentText = currentPolicy.chain(writtenSomehow);

function merged(existing: string, ours: readonly unknown[]) {
  const outcome = mergePolicy(existing, ours);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

function unshared(text: string, ours: readonly unknown[]) {
  return withoutStatements(text, oursAmong(text, ours));
}

function statements(text: string) {
  return policySource(text)?.statements ?? [];
}

it("merging again changes nothing", () => {
  fc.assert(
    fc.property(anyText, ourStatements, (existing, ours) => {
      const once = merged(existing, ours);
      const twice = merged(once.text, ours);
      expect(twice.text).toBe(once.text);
      expect(twice.unchanged).toBe(true);
    }),
    RUNS,
  );
});

it("taking out what was merged gives the very text from before", () => {
  let checked = 0;
  fc.assert(
    fc.property(currentText, ourStatements, (existing, ours) => {
      if (oursAmong(existing, ours).length > 0) return;
      checked += 1;
      expect(unshared(merged(existing, ours).text, ours)).toEqual({ text: existing });
    }),
    RUNS,
  );
  expect(checked).toBeGreaterThan(RUNS.numRuns / 2);
});

it("of an older policy it gives what it said, with a raised Version and a list", () => {
  fc.assert(
    fc.property(olderText, ourStatements, (existing, ours) => {
      if (oursAmong(existing, ours).length > 0) return;
      const back = unshared(merged(existing, ours).text, ours);
      const before = JSON.parse(existing) as Record<string, unknown>;
      expect(JSON.parse(back?.text ?? "")).toEqual({
        ...before,
        Version: "2012-10-17",
        Statement: [before["Statement"]].flat(),
      });
    }),
    RUNS,
  );
});

it("what was ours before is gone too, and nothing else", () => {
  fc.assert(
    fc.property(anyText, ourStatements, (existing, ours) => {
      const before = unshared(existing, ours)?.text;
      const after = unshared(merged(existing, ours).text, ours)?.text;
      const texts = (text = '{"Statement":[]}') => statements(text).map((one) => one.text);
      expect(texts(after)).toEqual(texts(before));
    }),
    RUNS,
  );
});

it("others' statements stay the same to the byte, in their order", () => {
  fc.assert(
    fc.property(anyText, ourStatements, (existing, ours) => {
      const mine = new Set(oursAmong(existing, ours));
      const others = statements(existing).flatMap(({ text }, index) =>
        mine.has(index) ? [] : [text],
      );
      const { statements: after, text } = merged(existing, ours);
      expect(after.flatMap((one) => (one.whose === "theirs" ? [one.text] : []))).toEqual(others);
      expect(statements(text).map((one) => one.text)).toEqual(after.map((one) => one.text));
    }),
    RUNS,
  );
});

it("all of ours is there once, everything else of the document stays, and no two Sids of ours meet", () => {
  fc.assert(
    fc.property(anyText, ourStatements, (existing, ours) => {
      const { text } = merged(existing, ours);
      const before = JSON.parse(existing) as Record<string, unknown>;
      const after = JSON.parse(text) as Record<string, unknown>;
      expect({ ...after, Statement: 0 }).toEqual({
        ...before,
        Version: "2012-10-17",
        Statement: 0,
      });
      expect(oursAmong(text, ours)).toHaveLength(ours.length);
      const sids = statements(text).map(({ value }) =>
        (value as { Sid?: string }).Sid?.toLowerCase(),
      );
      for (const place of oursAmong(text, ours)) {
        expect(sids.filter((sid) => sid === sids[place])).toHaveLength(1);
      }
    }),
    RUNS,
  );
});

it("others' statements match the same requests, and the whole decides as both parts do", () => {
  const request = fc
    .tuple(
      fc.constantFrom(
        "arn:aws:iam::444455556666:role/analytics-app",
        "arn:aws:iam::777788889999:role/other",
        "arn:aws:iam::111122223333:root",
        "cloudtrail.amazonaws.com",
        "*",
      ),
      fc.constantFrom(
        ["s3:GetObject", "arn:aws:s3:::acme-share-data/reports/a"] as const,
        ["s3:PutObject", "arn:aws:s3:::acme-share-data/b"] as const,
        ["s3:ListBucket", "arn:aws:s3:::acme-share-data"] as const,
      ),
      fc.constantFrom<Readonly<Record<string, string>>>(
        {},
        { "s3:prefix": "reports/2026/", "aws:SecureTransport": "true", "s3:TlsVersion": "1.2" },
        {
          "aws:PrincipalOrgID": "o-a1b2c3d4e5",
          "s3:max-keys": "1",
          "aws:SecureTransport": "false",
        },
      ),
    )
    .map(([principalArn, [name, resourceArn], context]) =>
      prepareRequest({
        principalArn,
        action: name,
        resourceArn,
        resourceAccount: "111122223333",
        context,
      }),
    );
  const matching = (policy: unknown, request: ReturnType<typeof prepareRequest>) =>
    compilePolicy({ document: "x", policy }, "bucket policy").statements.map((statement) =>
      statementMatch(statement, request, false) === "none" ? "" : statement.source.effect,
    );
  fc.assert(
    fc.property(anyText, ourStatements, request, (existing, ours, asked) => {
      const mine = new Set(oursAmong(existing, ours));
      const before = matching(existing, asked).filter((_one, index) => !mine.has(index));
      const { text, statements: after } = merged(existing, ours);
      const whole = matching(text, asked);
      expect(whole).toHaveLength(after.length);
      expect(whole.filter((_one, index) => after[index]?.whose === "theirs")).toEqual(before);
      const own = matching({ Version: "2012-10-17", Statement: ours }, asked);
      expect(whole.filter((_one, index) => after[index]?.whose === "ours").toSorted()).toEqual(
        own.toSorted(),
      );
    }),
    RUNS,
  );
});

it("two sharings keep apart: either can be renewed or ended without the other", () => {
  let checked = 0;
  const pair = fc.tuple(ourStatements, ourStatements).filter(([one, other]) => {
    const text = JSON.stringify({ Statement: other });
    return oursAmong(text, one).length === 0;
  });
  fc.assert(
    fc.property(currentText, pair, (existing, [one, other]) => {
      if (oursAmong(existing, [...one, ...other]).length > 0) return;
      const first = merged(existing, one).text;
      if (oursAmong(first, other).length > 0) return;
      checked += 1;
      const both = merged(first, other).text;
      expect(merged(both, one).unchanged).toBe(true);
      expect(merged(both, other).unchanged).toBe(true);
      expect(unshared(both, other)).toEqual({ text: first });
      const rest = unshared(both, one)?.text ?? "";
      expect(oursAmong(rest, other)).toHaveLength(other.length);
      expect(unshared(rest, other)).toEqual({ text: existing });
    }),
    RUNS,
  );
  expect(checked).toBeGreaterThan(RUNS.numRuns / 10);
});

/** A policy that was shared before with somebody more, or something else; and which of that is said to be older. */
const renewed = fc
  .tuple(currentText, ourStatements, ourStatements)
  .map(([others, before, ours]) => ({ existing: merged(others, before).text, ours }))
  .chain(({ existing, ours }) =>
    fc.record({
      existing: fc.constant(existing),
      ours: fc.constant(ours),
      chosen: fc.subarray(olderAmong(existing, ours).map(({ index }) => index)),
    }),
  );

function replacing(existing: string, ours: readonly unknown[], chosen: readonly number[]) {
  const outcome = mergePolicy(existing, ours, chosen);
  if (!outcome.ok) throw new Error(outcome.message);
  return outcome.value;
}

it("older versions are never taken for ours unless they are chosen", () => {
  fc.assert(
    fc.property(renewed, ({ existing, ours }) => {
      const mine = oursAmong(existing, ours);
      for (const { index } of olderAmong(existing, ours)) expect(mine).not.toContain(index);
      const kept = merged(existing, ours).statements.filter(({ whose }) => whose === "theirs");
      const texts = kept.map(({ text }) => text);
      for (const { index } of olderAmong(existing, ours))
        expect(texts).toContain(statements(existing)[index]?.text);
    }),
    RUNS,
  );
});

it("older versions that are chosen go, all else stays to the byte, and all of ours is there once", () => {
  let checked = 0;
  fc.assert(
    fc.property(renewed, ({ existing, ours, chosen }) => {
      if (chosen.length > 0) checked += 1;
      const after = replacing(existing, ours, chosen);
      const gone = new Set([...chosen, ...oursAmong(existing, ours)]);
      expect(
        after.statements.flatMap(({ whose, text }) => (whose === "theirs" ? [text] : [])),
      ).toEqual(statements(existing).flatMap(({ text }, index) => (gone.has(index) ? [] : [text])));
      expect(oursAmong(after.text, ours)).toHaveLength(ours.length);
      expect(merged(after.text, ours)).toMatchObject({ text: after.text, unchanged: true });
    }),
    RUNS,
  );
  expect(checked).toBeGreaterThan(RUNS.numRuns / 10);
});

it("replacing older versions and ending the sharing leaves what others have", () => {
  fc.assert(
    fc.property(renewed, ({ existing, ours, chosen }) => {
      const gone = new Set([...chosen, ...oursAmong(existing, ours)]);
      const rest = unshared(replacing(existing, ours, chosen).text, ours)?.text;
      expect(statements(rest ?? '{"Statement":[]}').map(({ text }) => text)).toEqual(
        statements(existing).flatMap(({ text }, index) => (gone.has(index) ? [] : [text])),
      );
    }),
    RUNS,
  );
});

it("taking statements out leaves the others as written", () => {
  fc.assert(
    fc.property(currentText, fc.array(fc.nat({ max: 6 }), { minLength: 1 }), (existing, places) => {
      const before = statements(existing).map((one) => one.text);
      const rest = withoutStatements(existing, places);
      const kept = before.filter((_one, index) => !places.includes(index));
      if (rest === undefined) expect(kept).toEqual([]);
      else expect(statements(rest.text).map((one) => one.text)).toEqual(kept);
    }),
    RUNS,
  );
});
