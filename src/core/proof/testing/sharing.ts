import type { RequestContext } from "#core/proof/context.ts";
import { evaluate } from "#core/proof/evaluate.ts";
import type { Policies } from "#core/proof/policies.ts";
import type { AccessRequest } from "#core/proof/request.ts";

export const B_ROLE = "arn:aws:iam::444455556666:role/analytics-app";
export const B_ROOT = "arn:aws:iam::444455556666:root";
export const BUCKET = "arn:aws:s3:::acme-share-data";
export const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
export const CANONICAL_B = "b".repeat(64);

export const policy = (...statements: readonly object[]) => ({
  Version: "2012-10-17",
  Statement: statements,
});
export const input = (document: string, ...statements: readonly object[]) => ({
  document,
  policy: policy(...statements),
});

/** DOMAIN §2.1, without principals. */
export const GRANTS = [
  {
    Effect: "Allow",
    Action: ["s3:ListBucket"],
    Resource: BUCKET,
    Condition: { StringLike: { "s3:prefix": ["reports/*"] } },
  },
  { Effect: "Allow", Action: ["s3:GetBucketLocation"], Resource: BUCKET },
  {
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:GetObjectVersion"],
    Resource: [`${BUCKET}/reports/*`],
  },
];
export const bucketPolicyFor = (principal: string, ...more: readonly object[]) =>
  input(
    "bucket-policy",
    ...GRANTS.map((grant) => ({ ...grant, Principal: { AWS: principal } })),
    ...more,
  );
export const bPolicy = [input("b-policy", ...GRANTS)];
export const M1: Policies = {
  identity: bPolicy,
  resource: bucketPolicyFor(B_ROLE),
  resourceType: "bucket policy",
};

export const request = (
  action: string,
  resource: string,
  context: RequestContext = {},
  principalArn = "arn:aws:sts::444455556666:assumed-role/analytics-app/nightly",
): AccessRequest => ({
  principalArn,
  action,
  resourceArn: resource === "" ? BUCKET : `${BUCKET}/${resource}`,
  resourceAccount: "111122223333",
  context: { "aws:SecureTransport": "true", "aws:PrincipalArn": B_ROLE, ...context },
});
export const getReport = request("s3:GetObject", "reports/a");
export const decide = (asked: AccessRequest, policies: Policies) =>
  evaluate(asked, policies).decision;

export const M2_SESSION = "arn:aws:sts::111122223333:assumed-role/AcmeShareReader/alice";
