import { describe, expect, it } from "vitest";
import { compilePolicies } from "#core/proof/policies.ts";
import { isPublicBucketPolicy } from "#core/proof/public-policy.ts";
import { B_ROLE, BUCKET, input } from "#core/proof/testing/sharing.ts";

function isPublic(statement: object): boolean {
  const resource = input("bucket-policy", {
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: `${BUCKET}/*`,
    ...statement,
  });
  return isPublicBucketPolicy(
    compilePolicies({ resource, resourceType: "bucket policy" }).resource ?? [],
  );
}

describe("isPublicBucketPolicy", () => {
  it.each<readonly [string, object, boolean]>([
    ["everyone", {}, true],
    ["everyone but one", { Principal: undefined, NotPrincipal: { AWS: B_ROLE } }, true],
    ["a role", { Principal: { AWS: B_ROLE } }, false],
    ["a Deny for everyone", { Effect: "Deny" }, false],
    [
      "an organization",
      { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } },
      false,
    ],
    ["every organization", { Condition: { StringLike: { "aws:PrincipalOrgID": "o-*" } } }, true],
    ["a variable", { Condition: { StringEquals: { "aws:SourceVpce": "$" + "{aws:x}" } } }, true],
    [
      "an organization if there is one",
      { Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a" } } },
      true,
    ],
    ["a network", { Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }, false],
    ["half the internet", { Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/1" } } }, true],
    ["a prefix", { Condition: { StringLike: { "s3:prefix": "reports/" } } }, true],
    [
      "access points of an account",
      {
        Condition: {
          ArnLike: { "s3:DataAccessPointArn": "arn:aws:s3:eu-west-1:111122223333:accesspoint/*" },
        },
      },
      false,
    ],
    [
      "all access points",
      { Condition: { ArnLike: { "s3:DataAccessPointArn": "arn:aws:s3:*:*:accesspoint/x" } } },
      true,
    ],
  ])("of a grant to %s is right", (_name, statement, expected) => {
    expect(isPublic(statement)).toBe(expected);
  });
});
