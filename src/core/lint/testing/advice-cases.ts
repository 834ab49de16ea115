import type { RuleCases } from "./document-cases.ts";
import { B_ROLE, BUCKET, KEY, type LintCase, OBJECTS } from "./linted.ts";

const identity = (elements: object): LintCase => ({ kind: "identity-policy", with: elements });
const bucket = (elements: object): LintCase => ({ kind: "bucket-policy", with: elements });
const trust = (elements: object): LintCase => ({ kind: "trust-policy", with: elements });
const key = (elements: object): LintCase => ({ kind: "key-policy", with: elements });
const when = (operator: string, name: string, value: string | readonly string[]) => ({
  Condition: { [operator]: { [name]: value } },
});
const denyAll = (more: object) =>
  bucket({
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [BUCKET, `${BUCKET}/*`],
    ...more,
  });
const withExternalId = (more: object): LintCase => ({
  ...trust(more),
  draft: { settings: { externalId: "acme-7f3c9b52" } },
});
const onUser = (elements: object): LintCase => ({ ...identity(elements), method: "iam-user" });
const OWNER_ROOT = { AWS: "arn:aws:iam::111122223333:root" };
const SHARED_ROLE = "arn:aws:iam::111122223333:role/AcmeShareReader";
const customerKey = {
  buckets: [{ bucket: "acme-share-data", encryption: "sse-kms", keyArn: KEY }],
};
const managedKey = { buckets: [{ bucket: "acme-share-data", encryption: "aws-managed-key" }] };
const notEnforced = { buckets: [{ bucket: "acme-share-data", ownership: "BucketOwnerPreferred" }] };
const list = { Action: "s3:ListBucket", Resource: BUCKET };
const ALIAS = "arn:aws:kms:eu-west-1:111122223333:alias/acme";

/** For each rule about what AWS accepts: what it must say something about, and what nearly. */
export const ADVICE_CASES: Readonly<Record<string, RuleCases>> = {
  "public-principal": {
    hits: [
      bucket({ Principal: "*" }),
      bucket({ Principal: { AWS: ["*"] }, ...when("StringLike", "aws:PrincipalOrgID", "o-*") }),
      bucket({ Principal: undefined, NotPrincipal: { AWS: B_ROLE } }),
      key({ Principal: "*" }),
    ],
    near: [
      bucket({ Principal: "*", ...when("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5") }),
      bucket({ Principal: "*", Effect: "Deny" }),
      key({ Principal: "*", ...when("StringEquals", "kms:CallerAccount", "444455556666") }),
      bucket({}),
    ],
  },
  "all-actions": {
    hits: [
      identity({ Action: "s3:*", Resource: [BUCKET, OBJECTS] }),
      identity({ Action: "*", Resource: OBJECTS }),
      key({ Action: "kms:*" }),
      key({ Principal: { AWS: [OWNER_ROOT.AWS, B_ROLE] }, Action: "kms:*" }),
      {
        ...key({ Principal: { AWS: SHARED_ROLE }, Action: "kms:*" }),
        method: "assume-role",
        draft: {
          owner: customerKey,
          settings: { keyPolicy: "names-role", roleName: "AcmeShareReader" },
        },
      },
    ],
    near: [
      identity({ Action: "s3:Get*" }),
      // AWS's default key policy.
      key({ Principal: OWNER_ROOT, Action: "kms:*" }),
      denyAll({ ...when("Bool", "aws:SecureTransport", "false") }),
    ],
  },
  escalation: {
    hits: [
      identity({ Action: ["s3:ListBucket", "s3:PutBucketPolicy"], Resource: BUCKET }),
      identity({ Action: "s3:PutBucketAcl", Resource: BUCKET }),
      identity({ Action: "s3:Put*", Resource: [BUCKET, OBJECTS] }),
      key({ Action: "kms:PutKeyPolicy" }),
      identity({ Action: "iam:PassRole", Resource: "*" }),
    ],
    near: [
      identity({ Action: "s3:Put*", Resource: OBJECTS }),
      identity({ Action: "s3:PutBucketPolicy", Resource: BUCKET, Effect: "Deny" }),
      identity({ Action: "s3:GetBucketPolicy", Resource: BUCKET }),
      identity({ Action: "s3:*", Resource: BUCKET }),
      key({ Principal: { AWS: "arn:aws:iam::111122223333:role/admin" }, Action: "kms:Put*" }),
    ],
  },
  "allow-with-not": {
    hits: [
      identity({ Action: undefined, NotAction: "s3:DeleteObject" }),
      identity({ Resource: undefined, NotResource: OBJECTS }),
    ],
    near: [identity({ Effect: "Deny", Action: undefined, NotAction: "s3:GetObject" })],
  },
  "other-buckets": {
    hits: [
      identity({ Resource: `${BUCKET}*` }),
      identity({ Resource: "arn:aws:s3:::*/reports/*" }),
      identity({ Resource: "*" }),
      identity({ Action: "kms:Decrypt", Resource: "*" }),
    ],
    near: [
      identity({ Resource: `${BUCKET}/*` }),
      identity({ Action: "s3:ListAllMyBuckets", Resource: "*" }),
      identity({ Resource: `${BUCKET}*`, Effect: "Deny" }),
      key({}),
    ],
  },
  "prefix-slash": {
    hits: [
      bucket({ Resource: `${BUCKET}/reports*` }),
      identity({ ...list, ...when("StringLike", "s3:prefix", "reports*") }),
      identity({ ...list, ...when("StringEquals", "s3:prefix", "reports") }),
    ],
    near: [
      identity({ Resource: `${BUCKET}/*` }),
      identity({ Resource: `${BUCKET}/reports/2026-*` }),
      identity({ ...list, ...when("StringLike", "s3:prefix", ["reports/*", ""]) }),
      identity({ ...list, ...when("StringNotLike", "s3:prefix", "reports*") }),
      identity({ Resource: `${BUCKET}/reports*`, Effect: "Deny" }),
    ],
  },
  "key-alias": {
    hits: [
      identity({ Action: "kms:Decrypt", Resource: ALIAS }),
      identity({ Action: "kms:Decrypt", Resource: "alias/aws/s3" }),
    ],
    near: [
      identity({ Action: "kms:Decrypt", Resource: KEY }),
      identity({ Action: "kms:UpdateAlias", Resource: ALIAS }),
    ],
  },
  "condition-key": {
    hits: [
      bucket({ ...when("StringLike", "s3:prefix", "reports/*") }),
      identity({
        ...list,
        Action: ["s3:ListBucket", "s3:GetBucketLocation"],
        ...when("StringLike", "s3:prefix", "a/*"),
      }),
      identity({ ...when("StringEquals", "aws:PrincipalOrgId2", "o-a") }),
      identity({ ...when("StringEquals", "kms:ViaService", "s3.eu-west-1.amazonaws.com") }),
      bucket({ ...when("StringEquals", "s3:perfix", "a") }),
      bucket({ ...list, ...when("StringLike", "s3:perfix", "reports/*") }),
    ],
    near: [
      identity({ ...list, ...when("StringLike", "s3:prefix", "reports/*") }),
      identity({ ...when("Null", "s3:prefix", "true") }),
      identity({ ...when("StringEquals", "AWS:SOURCEVPCE", "vpce-0123456789abcdef0") }),
      identity({ ...when("StringEquals", "aws:PrincipalTag/team", "a") }),
      identity({ Action: "glue:GetTable", Resource: "*", ...when("StringEquals", "glue:x", "a") }),
      key({ ...when("StringEquals", "kms:EncryptionContext:aws:s3:arn", BUCKET) }),
      denyAll({ ...when("NumericLessThan", "s3:TlsVersion", "1.2") }),
    ],
  },
  "condition-value": {
    hits: [
      bucket({ ...when("IpAddress", "aws:SourceIp", "203.0.113.0/40") }),
      bucket({ ...when("DateLessThan", "aws:CurrentTime", "31.01.2027") }),
      bucket({ ...when("Bool", "aws:SecureTransport", "yes") }),
      bucket({ ...when("ArnLikeIfExists", "aws:PrincipalArn", "role/a") }),
    ],
    near: [
      bucket({ ...when("IpAddress", "aws:SourceIp", ["203.0.113.7", "2001:db8::/32"]) }),
      bucket({ ...when("DateLessThan", "aws:CurrentTime", "2027-01-31T00:00:00Z") }),
      bucket({ ...when("StringEquals", "aws:PrincipalArn", "role/a") }),
      bucket({ ...when("ArnLike", "aws:PrincipalArn", "*") }),
    ],
  },
  "via-service": {
    hits: [
      key({ ...when("StringEquals", "kms:ViaService", "s3.eu-west-1.amazonaws.com.cn") }),
      key({ ...when("StringEquals", "kms:ViaService", "s3.us-east-1.amazonaws.com") }),
      key({ ...when("StringLike", "kms:ViaService", ["s3.eu-west-1.amazonaws.eu"]) }),
    ],
    near: [
      key({ ...when("StringEquals", "kms:ViaService", "s3.eu-west-1.amazonaws.com") }),
      key({ ...when("StringLike", "kms:ViaService", "s3.*.amazonaws.com") }),
      key({ ...when("StringNotEquals", "kms:ViaService", "s3.us-east-1.amazonaws.com") }),
      key({
        ...when("StringEquals", "kms:ViaService", [
          "s3.eu-west-1.amazonaws.com",
          "s3.us-east-1.amazonaws.com",
        ]),
      }),
    ],
  },
  "external-id": {
    hits: [
      withExternalId({}),
      withExternalId({ ...when("StringEqualsIfExists", "sts:ExternalId", "acme-7f3c9b52") }),
      trust({ Principal: { AWS: "arn:aws:iam::999988887777:root" } }),
    ],
    near: [
      trust({}),
      withExternalId({ ...when("StringEquals", "sts:ExternalId", "acme-7f3c9b52") }),
      withExternalId({ Action: "sts:SetSourceIdentity" }),
      withExternalId({ Effect: "Deny" }),
    ],
  },
  mfa: {
    hits: [
      bucket({ Effect: "Deny", ...when("Bool", "aws:MultiFactorAuthPresent", "false") }),
      bucket({ ...when("BoolIfExists", "aws:MultiFactorAuthPresent", "true") }),
      onUser({ ...when("Bool", "aws:MultiFactorAuthPresent", "true") }),
    ],
    near: [
      bucket({ Effect: "Deny", ...when("BoolIfExists", "aws:MultiFactorAuthPresent", "false") }),
      bucket({ ...when("Bool", "aws:MultiFactorAuthPresent", "true") }),
    ],
  },
  "for-all-values": {
    hits: [
      bucket({
        Action: "s3:PutObject",
        ...when("ForAllValues:StringEquals", "s3:RequestObjectTagKeys", "a"),
      }),
    ],
    near: [
      bucket({
        Action: "s3:PutObject",
        ...when("ForAnyValue:StringEquals", "s3:RequestObjectTagKeys", "a"),
      }),
      bucket({
        Action: "s3:PutObject",
        Condition: {
          "ForAllValues:StringEquals": { "s3:RequestObjectTagKeys": "a" },
          Null: { "s3:RequestObjectTagKeys": "false" },
        },
      }),
      bucket({
        Effect: "Deny",
        Action: "s3:PutObject",
        ...when("ForAllValues:StringEquals", "s3:RequestObjectTagKeys", "a"),
      }),
    ],
  },
  "defeated-grant": {
    hits: [defeating({ Action: "s3:Get*", Resource: `${BUCKET}/*` }), defeating({})],
    near: [
      defeating({ Action: "s3:DeleteObject" }),
      defeating({ Resource: `${BUCKET}/other/*` }),
      defeating({ ...when("Bool", "aws:SecureTransport", "false") }),
      defeating({ Principal: { AWS: "arn:aws:iam::444455556666:role/other" } }),
    ],
  },
  "lock-out": {
    hits: [
      denyAll({ ...when("StringNotEquals", "aws:SourceVpce", "vpce-0123456789abcdef0") }),
      denyAll({ ...when("NotIpAddress", "aws:SourceIp", "203.0.113.0/24") }),
      denyAll({ ...when("BoolIfExists", "aws:MultiFactorAuthPresent", "false") }),
      denyAll({
        Condition: {
          StringNotEquals: {
            "aws:PrincipalOrgID": "o-a1b2c3d4e5",
            "aws:PrincipalAccount": "111122223333",
          },
        },
      }),
      denyAll({ ...when("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5") }),
      key({ Effect: "Deny", Principal: "*", Action: "kms:*" }),
    ],
    near: [
      denyAll({ ...when("Bool", "aws:SecureTransport", "false") }),
      denyAll({
        Condition: {
          StringNotEquals: {
            "aws:PrincipalOrgID": "o-a1b2c3d4e5",
            "aws:PrincipalAccount": "111122223333",
          },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      }),
      denyAll({
        Principal: { AWS: B_ROLE },
        ...when("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"),
      }),
      denyAll({ Action: "s3:DeleteObject", Resource: `${BUCKET}/*` }),
    ],
  },
  "acl-disabled": {
    hits: [
      bucket({ Action: ["s3:PutObject", "s3:PutObjectAcl"] }),
      bucket({
        Action: "s3:PutObject",
        ...when("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"),
      }),
    ],
    near: [
      { ...bucket({ Action: ["s3:PutObject", "s3:PutObjectAcl"] }), draft: { owner: notEnforced } },
      bucket({ Effect: "Deny", Action: "s3:PutObjectAcl" }),
      bucket({ Action: "s3:GetObjectAcl" }),
      bucket({
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "s3:PutObject",
        ...when("StringEquals", "s3:x-amz-acl", "bucket-owner-full-control"),
      }),
    ],
  },
  "aws-managed-key": {
    hits: [{ ...trust({}), draft: { owner: managedKey } }],
    near: [trust({}), { ...bucket({}), draft: { owner: managedKey } }],
  },
  "long-lived-keys": { hits: [onUser({})], near: [identity({}), trust({})] },
  expired: {
    hits: [
      { ...bucket({}), draft: { guardrails: { validUntil: "2026-11-22" } }, today: "2026-11-22" },
    ],
    near: [
      { ...bucket({}), draft: { guardrails: { validUntil: "2026-11-23" } }, today: "2026-11-22" },
      { ...bucket({}), draft: { guardrails: { validUntil: "2026-11-22" } } },
      { ...bucket({}), today: "2026-11-22" },
    ],
  },
  "expired-condition": {
    hits: [
      {
        ...bucket({ ...when("DateLessThan", "aws:CurrentTime", "2026-01-31T00:00:00Z") }),
        today: "2026-11-22",
      },
    ],
    near: [
      {
        ...bucket({ ...when("DateLessThan", "aws:CurrentTime", "2027-01-31T00:00:00Z") }),
        today: "2026-11-22",
      },
      {
        ...bucket({ ...when("DateGreaterThan", "aws:CurrentTime", "2026-01-31T00:00:00Z") }),
        today: "2026-11-22",
      },
      {
        ...bucket({ ...when("DateLessThan", "aws:CurrentTime", "2026-01-31T00:00:00Z") }),
        draft: { guardrails: { validUntil: "2026-01-31" } },
        today: "2026-11-22",
      },
    ],
  },
};

/** A grant and, after it, a Deny in the same bucket policy. */
function defeating(deny: object): LintCase {
  const allow = {
    Sid: "Read",
    Effect: "Allow",
    Principal: { AWS: B_ROLE },
    Action: "s3:GetObject",
    Resource: OBJECTS,
  };
  const denied = {
    Sid: "No",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: OBJECTS,
    ...deny,
  };
  return { kind: "bucket-policy", policy: { Version: "2012-10-17", Statement: [allow, denied] } };
}
