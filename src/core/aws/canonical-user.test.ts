import { expect, it } from "vitest";
import { CANONICAL_A } from "#core/parameters/running-example.ts";
import { parseCanonicalUserId } from "./canonical-user.ts";

it("takes 64 hexadecimal digits, as AWS prints them", () => {
  expect(parseCanonicalUserId(` ${CANONICAL_A}\n`)).toEqual({ ok: true, value: CANONICAL_A });
});

it.each([
  ["", /^Enter the canonical user ID/],
  ["owner@example.com", /no e-mail address any more.*405/],
  ["111122223333", /no account ID/],
  ["arn:aws:iam::111122223333:root", /no account ID and no ARN/],
  [CANONICAL_A.toUpperCase(), /lower case/],
  [CANONICAL_A.slice(1), /63 characters/],
  ["x".repeat(64), /digits and letters a to f/],
])("refuses %j and says why", (text, message) => {
  const outcome = parseCanonicalUserId(text);
  expect(outcome.ok ? "" : outcome.message).toMatch(message);
});
