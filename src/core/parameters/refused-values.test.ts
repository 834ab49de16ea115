import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft } from "./parameter.ts";
import { parseAgreement } from "./parse-agreement.ts";
import { ALL, type Change, changed, REPORTS, told } from "./testing/changed-draft.ts";

describe("parseAgreement", () => {
  it.each<[string, Change, string[]]>([
    [
      "a row without access",
      { owner: { locations: [{ ...REPORTS, access: [] }] } },
      ["error owner.locations.0.access: Choose at least one: list, read, write or delete."],
    ],
    [
      "an unknown access level",
      { owner: { locations: [{ ...REPORTS, access: ["read", "admin"] }] } },
      [
        "error owner.locations.0.access: Access is made of list, read, write and delete; choose again.",
      ],
    ],
    [
      "an unknown kind of encryption",
      { owner: { buckets: [{ bucket: "acme-share-data", encryption: "rot13" }] } },
      ["error owner.buckets.0.encryption: Choose one of the three kinds of encryption."],
    ],
    [
      "SSE-KMS without a key",
      { owner: { buckets: [{ bucket: "acme-share-data", encryption: "sse-kms" }] } },
      ["error owner.buckets.0.keyArn: Enter the ARN of the KMS key."],
    ],
    [
      "an unknown ownership",
      { owner: { buckets: [{ bucket: "acme-share-data", ownership: "Mine" }] } },
      ["error owner.buckets.0.ownership: Choose one of the three settings of Object Ownership."],
    ],
    [
      "a profile that a shell would read",
      { owner: { profile: "a;rm" } },
      [
        "error owner.profile: A profile name has only letters, digits, blanks and _ + = , . @ : / - here; rename it in ~/.aws/config.",
      ],
    ],
    [
      "a profile that a command would take for an option",
      { consumer: { profile: "--debug" } },
      [
        "error consumer.profile: A profile name begins with a letter, a digit or an underscore; check the name.",
      ],
    ],
    [
      "guardrails that are not values",
      {
        guardrails: {
          minTlsVersion: "1.1",
          organizationId: "acme",
          vpcEndpoints: ["vpc-0123456789abcdef0"],
          sourceCidrs: ["here"],
          validUntil: "2027-02-29",
        },
      },
      [
        "error guardrails.minTlsVersion: Choose one of the values offered.",
        "error guardrails.organizationId: An organization ID is o- and 10 to 32 lower-case letters or digits; `aws organizations describe-organization` prints it.",
        "error guardrails.vpcEndpoints.0: This is a VPC; enter the ID of its endpoint for S3, vpce-….",
        "error guardrails.sourceCidrs.0: “here” is not an IP range; write it like 203.0.113.0/24 or 2001:db8::/48.",
        "error guardrails.validUntil: 2027-02 has no day 29; enter 01 to 28.",
      ],
    ],
    [
      "texts where switches belong",
      { consumer: { consoleAccess: "yes" }, guardrails: { mfa: "true" } },
      [
        "error consumer.consoleAccess: Switch it on or off.",
        "error guardrails.mfa: Switch it on or off.",
      ],
    ],
    [
      "a text of a megabyte",
      { owner: { account: "1".repeat(1_000_000) } },
      [
        "error owner.account: This text has 1000000 characters, far more than the value can have. Paste only the value.",
      ],
    ],
  ])("says what to do about %s", (_what, change, issues) => {
    expect(parseAgreement(changed(change), ALL).issues.map(told)).toEqual(issues);
  });

  it("never throws, whatever the draft is", () => {
    const nearly = fc.record({
      method: fc.anything(),
      owner: fc.oneof(fc.anything(), fc.dictionary(names(), fc.anything())),
      consumer: fc.oneof(fc.anything(), fc.dictionary(names(), fc.anything())),
      guardrails: fc.oneof(fc.anything(), fc.dictionary(names(), fc.anything())),
      settings: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(fc.anything(), nearly), (draft) => {
        const { agreement, issues } = parseAgreement(draft as Draft, ALL);
        expect(JSON.stringify(agreement)).toBeTypeOf("string");
        for (const { message } of issues) expect(message).toMatch(/\.$/);
      }),
    );
  });

  it.each([
    null,
    [],
    "text",
    JSON.parse(
      '{"__proto__":{"owner":{"account":"111122223333"}},"owner":{"__proto__":{"account":"1"},"constructor":"x"}}',
    ),
    { owner: { locations: [null, 1, [], { bucket: 5, access: "read" }] } },
    { owner: { locations: { length: 3 } }, consumer: { principals: "all" } },
  ])("takes nothing from a prototype or a wrong shape: %j", (draft) => {
    const { agreement } = parseAgreement(draft as Draft, ALL);
    expect(agreement.owner.account).toBe("<ACCOUNT_A_ID>");
  });
});

function names(): fc.Arbitrary<string> {
  return fc.constantFrom(
    ...ALL.map((id) => id.slice(id.indexOf(".") + 1)),
    "__proto__",
    "constructor",
    "toString",
  );
}
