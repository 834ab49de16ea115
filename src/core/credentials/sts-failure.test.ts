import { describe, expect, it } from "vitest";
import { explainFailure } from "./sts-failure.ts";

const ENDPOINT = "https://sts.eu-west-1.amazonaws.com";
const FACTS = {
  roleArn: "arn:aws:iam::111122223333:role/AcmeShareReader",
  externalId: "acme-7f3c9b52",
  mfa: false,
  organizationId: "",
  validUntil: "",
  callerArn: "arn:aws:sts::444455556666:assumed-role/analytics-app/nightly",
  agreed: true,
};
const answered = (code: string, message = "") => ({ kind: "answered", code, message }) as const;
const explain = (code: string, message = "", facts?: typeof FACTS) =>
  explainFailure(answered(code, message), ENDPOINT, facts);

describe("errors of STS", () => {
  it.each([
    ["ExpiredToken", "The security token included in the request is expired", "have ended"],
    ["ExpiredTokenException", "", "have ended"],
    [
      "InvalidClientTokenId",
      "The security token included in the request is invalid.",
      "does not know",
    ],
    [
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match",
      "secret access key is not",
    ],
    [
      "SignatureDoesNotMatch",
      "Signature expired: 20261122T110000Z is now earlier than 20261122T111500Z",
      "clock is wrong",
    ],
    ["InvalidSignatureException", "Signature not yet current: 20261122T110000Z", "clock is wrong"],
    ["RequestExpired", "", "clock is wrong"],
    ["RegionDisabledException", "", "not active in this Region"],
    ["Throttling", "Rate exceeded", "too many requests"],
    ["ServiceUnavailable", "", "could not answer"],
    ["OptInRequired", "", "has not subscribed"],
    ["SomethingNew", "", "STS refused: SomethingNew"],
    ["<b>constructor</b>", "", "an error without a name"],
    ["constructor", "", "STS refused: constructor"],
  ])("explains %s (%s)", (code, message, said) => {
    const { title, remedies } = explain(code, message);
    expect(title).toContain(said);
    expect(remedies.length).toBeGreaterThan(0);
  });

  it("repeats AWS's words only where they can hold nothing secret", () => {
    const canonical = "The Canonical String … x-amz-security-token:IQoJb3JpZ2lu";
    for (const code of ["SignatureDoesNotMatch", "IncompleteSignature", "SomethingNew"]) {
      expect(JSON.stringify(explain(code, canonical))).not.toContain("IQoJb3JpZ2lu");
    }
    const denied = "User: arn:x is not authorized\n to perform: sts:AssumeRole";
    expect(explain("AccessDenied", denied, FACTS).said).toBe(
      "User: arn:x is not authorized to perform: sts:AssumeRole",
    );
    expect(explain("AccessDenied", "x".repeat(9000), FACTS).said).toHaveLength(400);
  });
});

describe("a denied AssumeRole", () => {
  const causes = (facts: Partial<typeof FACTS>, message = "not authorized") =>
    explain("AccessDenied", message, { ...FACTS, ...facts }).remedies.map(
      (remedy) => remedy.split(/[:,]/)[0],
    );

  it("names every cause that the agreement knows of", () => {
    expect(causes({})).toEqual(["Trust policy", "Identity policy", "External ID", "Time"]);
    expect(
      causes({
        agreed: false,
        mfa: true,
        organizationId: "o-abcdefghij",
        validUntil: "2027-01-31",
      }),
    ).toEqual([
      "Principal",
      "Trust policy",
      "Identity policy",
      "External ID",
      "MFA",
      "Organization",
      "End date",
      "Time",
    ]);
  });

  it("tells which external ID was sent, or that none was", () => {
    expect(explain("AccessDenied", "", FACTS).remedies.join()).toContain("acme-7f3c9b52 was sent");
    expect(explain("AccessDenied", "", { ...FACTS, externalId: "" }).remedies.join()).toContain(
      "none was sent",
    );
  });

  it.each([
    [
      "because no identity-based policy allows the sts:AssumeRole action",
      "Identity policy, account B",
    ],
    [
      "because no resource-based policy allows the sts:AssumeRole action",
      "Trust policy, account A",
    ],
    ["with an explicit deny in an identity-based policy", "Identity policy, account B"],
    ["with an explicit deny in a service control policy", "service control policy of account B"],
    ["with an explicit deny in a resource control policy", "resource control policy of account A"],
    ["because no permissions boundary allows the sts:AssumeRole action", "permissions boundary"],
    [
      "because no session policy allows the sts:AssumeRole action",
      "session was made with a policy",
    ],
  ])("names the one cause when AWS does: %s", (words, said) => {
    const { remedies } = explain("AccessDenied", `User: arn:x is not authorized ${words}`, FACTS);
    expect(remedies).toEqual([expect.stringContaining(said)]);
  });

  it("is something else when the caller only asked who it is", () => {
    expect(explain("AccessDenied").title).toContain("ask who they are");
  });

  it("tells a session that is too long", () => {
    const words =
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining";
    expect(explain("ValidationError", words, FACTS).title).toContain("longer than the role allows");
    expect(explain("ValidationError", "failed to satisfy constraint", FACTS).title).toContain(
      "invalid",
    );
  });
});

it.each(["offline", "blocked", "unreachable", "slow", "unreadable"] as const)(
  "says what to do when the network is %s",
  (kind) => {
    const { title, remedies } = explainFailure({ kind }, ENDPOINT);
    expect(title).not.toBe("");
    expect(remedies.length).toBeGreaterThan(0);
    if (kind !== "offline") expect(`${title}${remedies.join()}`).toContain(ENDPOINT);
  },
);
