import { B_ROLE, BUCKET, KEY, type LintCase, OBJECTS } from "./linted.ts";

/** For each rule about the form of a document: what it must say something about, and what nearly. */
export interface RuleCases {
  readonly hits: readonly LintCase[];
  readonly near: readonly LintCase[];
}

const statement = (more: object = {}) => ({
  Sid: "One",
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: OBJECTS,
  ...more,
});
const policy = (...statements: readonly object[]) => ({
  Version: "2012-10-17",
  Statement: statements,
});
const identity = (elements: object): LintCase => ({ kind: "identity-policy", with: elements });
const bucket = (elements: object): LintCase => ({ kind: "bucket-policy", with: elements });
const trust = (elements: object): LintCase => ({ kind: "trust-policy", with: elements });
const key = (elements: object): LintCase => ({ kind: "key-policy", with: elements });
const long = (count: number) =>
  policy(
    statement({ Resource: Array.from({ length: count }, (_, at) => `${BUCKET}/folder-${at}/*`) }),
  );

export const DOCUMENT_CASES: Readonly<Record<string, RuleCases>> = {
  structure: {
    hits: [
      { kind: "bucket-policy", text: '{ "Version": "2012-10-17", ' },
      { kind: "bucket-policy", text: "[]" },
      { kind: "identity-policy", policy: { Version: "2012-10-17" } },
      { kind: "identity-policy", policy: policy() },
      { kind: "identity-policy", policy: { ...policy(statement()), Version: "2020-01-01" } },
      bucket({ Principal: undefined }),
      identity({ Principal: { AWS: B_ROLE } }),
      identity({ Resource: undefined }),
      identity({ Effect: "allow" }),
      identity({ Action: undefined }),
      identity({ NotAction: "s3:PutObject" }),
      identity({ Condition: { StringIs: { "s3:prefix": "a" } } }),
      bucket({ Principal: { Aws: B_ROLE } }),
      {
        kind: "identity-policy",
        text: JSON.stringify(policy(statement({ Effect: "Deny" }))).replace(
          '"Effect":"Deny"',
          '"Effect":"Deny","Effect":"Allow"',
        ),
      },
    ],
    near: [identity({}), bucket({}), trust({}), key({}), identity({ Condition: {} })],
  },
  "unknown-element": {
    hits: [
      identity({ Actions: "s3:GetObject" }),
      { kind: "bucket-policy", policy: { ...policy(statement()), Comment: "" } },
    ],
    near: [
      { kind: "bucket-policy", policy: { ...policy(statement()), Id: "mine" } },
      identity({ Sid: "A", Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ],
  },
  version: {
    hits: [
      { kind: "identity-policy", policy: { Statement: [statement()] } },
      { kind: "identity-policy", policy: { Version: "2008-10-17", Statement: [statement()] } },
    ],
    near: [identity({}), { kind: "identity-policy", policy: { Statements: [] } }],
  },
  "duplicate-sid": {
    hits: [{ kind: "identity-policy", policy: policy(statement(), statement()) }],
    near: [
      { kind: "identity-policy", policy: policy(statement(), statement({ Sid: "one" })) },
      { kind: "identity-policy", policy: policy(statement({ Sid: "" }), statement({ Sid: "" })) },
    ],
  },
  "invalid-sid": {
    hits: [identity({ Sid: "read reports" }), trust({ Sid: "a_b" }), identity({ Sid: "é" })],
    near: [
      identity({ Sid: "ReadReports1" }),
      bucket({ Sid: "read reports" }),
      key({ Sid: "Use of the key" }),
    ],
  },
  "trust-policy-elements": {
    hits: [
      trust({ Resource: "*" }),
      trust({ Principal: undefined, NotPrincipal: { AWS: B_ROLE }, Effect: "Deny" }),
    ],
    near: [trust({}), key({ Resource: "*" })],
  },
  "invalid-principal": {
    hits: [
      bucket({ Principal: { AWS: "arn:aws:iam::444455556666:role/*" } }),
      bucket({ Principal: { AWS: "arn:aws:iam::444455556666:group/team" } }),
      bucket({ Principal: { AWS: "AccountB" } }),
      bucket({ Principal: { AWS: "arn:aws:iam::<ACCOUNT_B_ID>:root" } }),
      key({ Principal: { AWS: "arn:aws:iam::4444:root" } }),
      trust({ Principal: { AWS: ["arn:aws:sts::444455556666:assumed-role/analytics-app"] } }),
    ],
    near: [
      bucket({ Principal: { AWS: ["444455556666", "arn:aws:iam::444455556666:root"] } }),
      bucket({
        Principal: { AWS: "arn:aws:sts::444455556666:assumed-role/analytics-app/nightly" },
      }),
      bucket({ Principal: { AWS: "AROAEXAMPLEID1234567" } }),
      trust({ Principal: { Service: "ec2.amazonaws.com" } }),
    ],
  },
  "unknown-action": {
    hits: [
      identity({ Action: "s3:ListObjects" }),
      identity({ Action: ["s3:GetObject", "s3:ListAccessLocations"] }),
      bucket({ Action: "s3:HeadObject" }),
      identity({ Action: "s3:GetObjct" }),
      identity({ Action: "kms:Decript", Resource: KEY }),
      identity({ Action: "GetObject" }),
      identity({ Action: "s3:Fetch*" }),
      identity({ NotAction: "s3:CopyObject", Action: undefined, Effect: "Deny" }),
    ],
    near: [
      identity({ Action: "s3:getobject" }),
      identity({ Action: "s3:GetObject*" }),
      identity({ Action: "glue:GetTable", Resource: "*" }),
      identity({ Action: "*" }),
      identity({ Action: "quicksight:CreateDataSource", Resource: "*" }),
    ],
  },
  "foreign-action": {
    hits: [
      bucket({ Action: ["s3:GetObject", "kms:Decrypt"] }),
      trust({ Action: ["sts:AssumeRole", "s3:GetObject"] }),
      key({ Action: ["kms:Decrypt", "s3:GetObject"] }),
    ],
    near: [
      bucket({ Action: "S3:GetObject" }),
      identity({ Action: ["s3:GetObject", "iam:GetUser"] }),
      bucket({ Action: "*" }),
    ],
  },
  "action-resource-level": {
    hits: [
      bucket({ Resource: BUCKET }),
      identity({ Action: "s3:ListBucket" }),
      identity({ Action: "s3:ListAllMyBuckets", Resource: "arn:aws:s3:::*" }),
      identity({ Resource: [OBJECTS, BUCKET] }),
      identity({ Action: "kms:Decrypt", Resource: BUCKET }),
      bucket({ Action: "s3:ListBucket*", Resource: OBJECTS }),
      identity({ Action: "sts:AssumeRole", Resource: BUCKET }),
    ],
    near: [
      identity({ Action: ["s3:GetObject", "s3:ListBucket"], Resource: [BUCKET, OBJECTS] }),
      bucket({ Action: "s3:*", Resource: BUCKET }),
      identity({ Action: "s3:ListAllMyBuckets", Resource: "*" }),
      identity({ Action: "kms:Decrypt", Resource: KEY }),
      identity({ Action: "glue:GetTable", Resource: BUCKET }),
      identity({ Resource: `${BUCKET}*` }),
    ],
  },
  "foreign-resource": {
    hits: [
      bucket({ Resource: "arn:aws:s3:::acme-share-date/reports/*" }),
      bucket({ Resource: "*" }),
      bucket({ Resource: ["acme-share-data/*", OBJECTS] }),
    ],
    near: [
      bucket({ Resource: [OBJECTS, `${BUCKET}/*`] }),
      bucket({ Resource: `${BUCKET}*` }),
      identity({ Resource: "arn:aws:s3:::acme-other/*" }),
    ],
  },
  partitions: {
    hits: [
      bucket({ Principal: { AWS: "arn:aws-cn:iam::444455556666:role/analytics-app" } }),
      identity({ Resource: "arn:aws-us-gov:s3:::acme-share-data/reports/*" }),
      bucket({
        Condition: { ArnLike: { "aws:PrincipalArn": "arn:aws-cn:iam::444455556666:role/*" } },
      }),
    ],
    near: [
      bucket({}),
      bucket({ Condition: { ArnLike: { "aws:PrincipalArn": "arn:*:iam::444455556666:role/a" } } }),
      {
        ...identity({ Resource: "arn:aws-cn:s3:::acme-share-data/*" }),
        draft: { owner: { account: "" } },
      },
    ],
  },
  characters: {
    hits: [
      identity({ Resource: `${BUCKET}/報告/*` }),
      bucket({ Resource: `${BUCKET}/repo\u200brts/*` }),
      identity({ Sid: "„a“" }),
    ],
    near: [identity({ Resource: `${BUCKET}/café/*` }), identity({})],
  },
  size: {
    hits: [
      { kind: "bucket-policy", policy: long(900) },
      { kind: "identity-policy", policy: long(230) },
      { kind: "identity-policy", policy: long(250) },
    ],
    near: [{ kind: "bucket-policy", policy: long(300) }, identity({})],
  },
  "condition-case": {
    hits: [
      bucket({ Condition: { StringEquals: { "aws:SourceVpce": "a", "AWS:sourcevpce": "b" } } }),
    ],
    near: [
      bucket({
        Condition: {
          StringEquals: { "aws:SourceVpce": "a" },
          StringLike: { "AWS:sourcevpce": "b" },
        },
      }),
    ],
  },
};
