import { describe, expect, it } from "vitest";
import { compilePolicies, type Policies } from "#core/proof/policies.ts";
import type { AccessRequest } from "#core/proof/request.ts";
import { evaluateS3Request } from "#core/proof/s3-request.ts";
import {
  B_ROLE,
  B_ROOT,
  BUCKET,
  bPolicy,
  bucketPolicyFor,
  CANONICAL_B,
  decide,
  getReport,
  input,
  KEY,
  M1,
  M2_SESSION,
  request,
} from "#core/proof/testing/sharing.ts";

const denyOtherOrgs = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [BUCKET, `${BUCKET}/*`],
  Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-otherother" } },
};
const publicRead = {
  Effect: "Allow",
  Principal: "*",
  Action: "s3:GetObject",
  Resource: `${BUCKET}/public/*`,
};
const aclOf = (ownership: "BucketOwnerEnforced" | "ObjectWriter"): Policies => ({
  identity: bPolicy,
  s3: { ownership, acl: [{ canonicalUserId: CANONICAL_B, permission: "READ" }] },
});
const withCanonicalId = { ...getReport, canonicalUserId: CANONICAL_B };

describe("the decisions of DOMAIN §7.5", () => {
  it.each<readonly [number, string, AccessRequest, Policies, string]>([
    [1, "both sides allow", getReport, M1, "allowed"],
    [2, "only A's side", getReport, { ...M1, identity: [] }, "implicitDeny"],
    [3, "only B's side", getReport, { identity: bPolicy }, "implicitDeny"],
    [
      4,
      "a shared prefix is listed",
      request("s3:ListBucket", "", { "s3:prefix": "reports/2026/" }),
      M1,
      "allowed",
    ],
    [5, "a listing names no prefix", request("s3:ListBucket", ""), M1, "implicitDeny"],
    [
      6,
      "a sibling prefix is listed",
      request("s3:ListBucket", "", { "s3:prefix": "reports-old/" }),
      M1,
      "implicitDeny",
    ],
    [
      6,
      "the slash is left out",
      request("s3:ListBucket", "", { "s3:prefix": "reports" }),
      M1,
      "implicitDeny",
    ],
    [
      7,
      "an object of a sibling prefix",
      request("s3:GetObject", "reports-old/a"),
      M1,
      "implicitDeny",
    ],
    [
      8,
      "B's root alone delegates",
      getReport,
      { resource: bucketPolicyFor(B_ROOT) },
      "implicitDeny",
    ],
    [
      9,
      "B's root and an identity policy",
      getReport,
      { ...M1, resource: bucketPolicyFor(B_ROOT) },
      "allowed",
    ],
    [
      10,
      "RestrictPublicBuckets with a public statement",
      getReport,
      {
        ...M1,
        resource: bucketPolicyFor(B_ROLE, publicRead),
        s3: { ownership: "BucketOwnerEnforced", restrictPublicBuckets: true },
      },
      "implicitDeny",
    ],
    [
      11,
      "another session than the named one",
      request(
        "s3:GetObject",
        "reports/a",
        {},
        "arn:aws:sts::444455556666:assumed-role/analytics-app/adhoc",
      ),
      {
        ...M1,
        resource: bucketPolicyFor("arn:aws:sts::444455556666:assumed-role/analytics-app/nightly"),
      },
      "implicitDeny",
    ],
    [
      12,
      "A's role without bucket policy",
      request("s3:GetObject", "reports/a", {}, M2_SESSION),
      { identity: bPolicy },
      "allowed",
    ],
    [
      13,
      "A's role of another organization",
      request("s3:GetObject", "reports/a", { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, M2_SESSION),
      { identity: bPolicy, resource: input("bucket-policy", denyOtherOrgs) },
      "explicitDeny",
    ],
    [
      16,
      "an ACL under BucketOwnerEnforced",
      withCanonicalId,
      aclOf("BucketOwnerEnforced"),
      "implicitDeny",
    ],
    [17, "an ACL under ObjectWriter", withCanonicalId, aclOf("ObjectWriter"), "allowed"],
    [
      18,
      "TLS against the Deny of plain HTTP",
      getReport,
      {
        ...M1,
        resource: bucketPolicyFor(B_ROLE, {
          ...denyOtherOrgs,
          Condition: { Bool: { "aws:SecureTransport": "false" } },
        }),
      },
      "allowed",
    ],
    [
      19,
      "ForAllValues over no values",
      request("s3:GetObject", "a", {}, M2_SESSION),
      {
        identity: [
          input("b-policy", {
            Effect: "Allow",
            Action: "s3:GetObject",
            Resource: "*",
            Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["team"] } },
          }),
        ],
      },
      "allowed",
    ],
    [
      20,
      "action names in any case",
      request("s3:GetObject", "a", {}, M2_SESSION),
      { identity: [input("b-policy", { Effect: "Allow", Action: "s3:getobject", Resource: "*" })] },
      "allowed",
    ],
    [
      21,
      "a pattern that reaches other buckets",
      { ...request("s3:GetObject", "a", {}, M2_SESSION), resourceArn: "arn:aws:s3:::acme-other/a" },
      {
        identity: [
          input("b-policy", { Effect: "Allow", Action: "s3:*", Resource: "arn:aws:s3:::acme*" }),
        ],
      },
      "allowed",
    ],
  ])("%i: %s", (_number, _name, asked, policies, decision) => {
    expect(decide(asked, policies)).toBe(decision);
  });

  it("14: denies AssumeRole without the external ID that the trust policy wants", () => {
    const assume = {
      ...request("sts:AssumeRole", ""),
      resourceArn: "arn:aws:iam::111122223333:role/AcmeShareReader",
    };
    const trust: Policies = {
      identity: [input("b-assume", { Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" })],
      resource: input("trust-policy", {
        Effect: "Allow",
        Principal: { AWS: B_ROLE },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "sts:ExternalId": "acme-7f3c9b52" } },
      }),
      resourceType: "trust policy",
    };
    const withId = { ...assume.context, "sts:ExternalId": "acme-7f3c9b52" };
    expect(decide(assume, trust)).toBe("implicitDeny");
    expect(decide({ ...assume, context: withId }, trust)).toBe("allowed");
  });

  it("15: denies an encrypted object when the key policy does not admit B", () => {
    const useKey = { Effect: "Allow", Action: "kms:Decrypt", Resource: KEY };
    const identity = [...bPolicy, input("b-key", useKey)];
    const decideWithKey = (principal: string) =>
      evaluateS3Request(
        getReport,
        compilePolicies(M1),
        { keyArn: KEY, bucketKey: true },
        compilePolicies({
          identity,
          resource: input("key-policy", {
            ...useKey,
            Principal: { AWS: principal },
            Resource: "*",
          }),
          resourceType: "key policy",
        }),
      );
    expect(decideWithKey("arn:aws:iam::111122223333:root")).toEqual({
      decision: "implicitDeny",
      decidedBy: [],
      missing: [
        {
          side: "owner",
          policyType: "key policy",
          message: "Account A's key policy does not allow this principal kms:Decrypt on this key.",
        },
      ],
    });
    expect(decideWithKey(B_ROLE).decision).toBe("allowed");
  });

  it("22: reads a variable as plain text under 2008-10-17", () => {
    const old = (version: string): Policies => ({
      identity: [
        {
          document: "b-policy",
          policy: {
            Version: version,
            Statement: {
              Effect: "Allow",
              Action: "s3:*",
              Resource: `${BUCKET}/\${aws:username}/*`,
            },
          },
        },
      ],
    });
    const user = "arn:aws:iam::111122223333:user/ann";
    const ask = (key: string) => request("s3:GetObject", key, { "aws:username": "ann" }, user);
    expect(decide(ask("ann/a"), old("2012-10-17"))).toBe("allowed");
    expect(decide(ask("ann/a"), old("2008-10-17"))).toBe("implicitDeny");
    expect(decide(ask(`\${aws:username}/a`), old("2008-10-17"))).toBe("allowed");
  });
});
