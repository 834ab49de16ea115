import { describe, expect, it } from "vitest";
import { evaluate } from "#core/proof/evaluate.ts";
import type { Policies } from "#core/proof/policies.ts";
import type { AccessRequest } from "#core/proof/request.ts";
import { GRANTS, getReport, input, M1, M2_SESSION, request } from "#core/proof/testing/sharing.ts";

describe("reasons", () => {
  it("names document, statement and side of what allows", () => {
    const identity = [{ ...input("b-policy", ...GRANTS), side: "consumer" as const }];
    expect(evaluate(getReport, { ...M1, identity }).decidedBy).toEqual([
      {
        document: "b-policy",
        statementIndex: 2,
        effect: "Allow",
        policyType: "identity policy",
        side: "consumer",
      },
      {
        document: "bucket-policy",
        statementIndex: 2,
        effect: "Allow",
        policyType: "bucket policy",
      },
    ]);
  });

  it("says which side lacks what", () => {
    const sentences = (asked: AccessRequest, policies: Policies) =>
      evaluate(asked, policies).missing.map(({ message }) => message);
    expect(sentences(getReport, { ...M1, identity: [] })).toEqual([
      "Account B's identity policy does not allow s3:GetObject on this object.",
    ]);
    expect(sentences(getReport, {})).toEqual([
      "Account B has no identity policy that allows s3:GetObject on this object.",
      "Account A has no bucket policy that allows this principal s3:GetObject on this object.",
    ]);
    expect(
      sentences(getReport, { ...M1, boundary: [input("boundary")], serviceControl: [[]] }),
    ).toEqual([
      "Account B's permissions boundary does not allow s3:GetObject on this object.",
      "Account B's service control policy does not allow s3:GetObject on this object.",
    ]);
    expect(sentences(request("s3:GetObject", "a", {}, M2_SESSION), {})).toEqual([
      "Neither an identity policy nor the bucket policy of account A allows s3:GetObject on this object.",
    ]);
  });

  it("names every statement that denies", () => {
    const deny = { Effect: "Deny", Action: "s3:*", Resource: "*" };
    const decision = evaluate(getReport, {
      ...M1,
      session: [input("session", deny)],
      resourceControl: [input("rcp", { ...deny, Principal: "*" })],
    });
    expect(decision.decision).toBe("explicitDeny");
    expect(decision.decidedBy.map(({ document }) => document)).toEqual(["session", "rcp"]);
  });
});
