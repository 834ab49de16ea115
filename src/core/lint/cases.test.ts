import { describe, expect, it } from "vitest";
import { findings } from "#core/lint/findings.ts";
import type { Prepared } from "#core/methods/method.ts";
import { documentText } from "#core/policy/document-text.ts";
import { preparedCases } from "#core/proof/testing/method-cases.ts";

/** Advice that is right about a generated document, and when. */
const EXPECTED: Readonly<Record<string, (prepared: Prepared) => boolean>> = {
  // Somebody chose access keys, against AWS's advice.
  "long-lived-keys": ({ accessPath }) => accessPath.kind === "as-user",
  // Works through a role or user of account A, and for nobody else ever.
  "aws-managed-key": ({ agreement, accessPath }) =>
    accessPath.kind !== "direct" &&
    agreement.owner.buckets.some(({ encryption }) => encryption.kind === "aws-managed-key"),
  // AWS's own trust policy for identities of a directory says it so.
  "for-all-values": ({ accessPath }) =>
    accessPath.kind === "through-grants" && accessPath.setsContext,
};

const CASES = await preparedCases();

describe.each(CASES)("$method, $name", ({ prepared }) => {
  const { errors, advice } = findings({
    ...prepared,
    documents: prepared.documents.map((document) => ({ document, text: documentText(document) })),
    today: "2026-11-22",
  });

  it("has nothing that AWS refuses", () => {
    expect(errors.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });

  it("gets the advice that is expected and no other", () => {
    const expected = Object.keys(EXPECTED).filter((rule) => EXPECTED[rule]?.(prepared));
    expect(advice.map(({ rule }) => rule).toSorted()).toEqual(expected.toSorted());
  });
});
