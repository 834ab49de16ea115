import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseAccountId } from "./account-id.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

describe("parseAccountId", () => {
  it.each([
    ["111122223333", "111122223333"],
    ["444455556666 ", "444455556666"],
    ["4444-5555-6666", "444455556666"],
    ["4444 5555 6666", "444455556666"],
    ["4444\u20115555\u20116666", "444455556666"],
    ["000000000001", "000000000001"],
  ])("reads %j as %s", (text, account) => {
    expect(parseAccountId(text)).toEqual({ ok: true, value: account });
  });

  it.each([
    ["", "Enter the 12-digit AWS account ID."],
    [
      "11112222333",
      "“11112222333” has 11 digits; an account ID has 12. Check whether a leading zero was lost.",
    ],
    [
      "1111222233334",
      "“1111222233334” has 13 digits; an account ID has 12. Remove what does not belong to it.",
    ],
    ["1", "“1” has 1 digit; an account ID has 12. Check whether a leading zero was lost."],
    [
      "arn:aws:iam::444455556666:root",
      "This is an ARN; enter only the 12 digits of the account ID in it.",
    ],
    [
      "admin@example.com",
      "This is an e-mail address; enter the 12-digit account ID, which `aws sts get-caller-identity` prints.",
    ],
    ["f".repeat(64), "This is a canonical user ID; enter the 12-digit account ID instead."],
    [
      "acme-prod",
      "“acme-prod” is not an account ID: it has 12 digits and nothing else. An account alias does not work in policies.",
    ],
  ])("says what to do about %j", (text, message) => {
    expect(parseAccountId(text)).toEqual({ ok: false, message });
  });

  it("takes no digits of other scripts", () => {
    expect(parseAccountId("١١١١٢٢٢٢٣٣٣٣").ok).toBe(false);
  });

  it("never throws, and reads its own output as the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_UNIT }), (text) => {
        const first = parseAccountId(text);
        if (first.ok) expect(parseAccountId(first.value)).toEqual(first);
      }),
    );
  });

  it("keeps every leading zero", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (digits) => {
        expect(parseAccountId(` ${digits}\n`)).toEqual({ ok: true, value: digits });
      }),
    );
  });
});
