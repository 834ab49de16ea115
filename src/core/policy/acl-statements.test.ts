import { expect, it } from "vitest";
import type { AccountId } from "#core/aws/account-id.ts";
import {
  ACCOUNT_A,
  ACCOUNT_B,
  BUCKET,
  CANONICAL_A,
  CANONICAL_B,
} from "#core/parameters/running-example.ts";
import { aclStatements } from "./acl-statements.ts";

const KNOWN = [
  { id: CANONICAL_A, account: ACCOUNT_A as AccountId },
  { id: CANONICAL_B, account: ACCOUNT_B as AccountId },
];
const user = (ID: string, Permission: string) => ({
  Grantee: { Type: "CanonicalUser", ID },
  Permission,
});
const onBucket = [{ kind: "bucket", bucket: BUCKET }] as const;
const onObject = [{ kind: "object", bucket: BUCKET, key: "a*b.csv" }] as const;
const statements = (
  grants: readonly object[],
  on: Parameters<typeof aclStatements>[1] = onBucket,
) => aclStatements({ Owner: { ID: CANONICAL_A }, Grants: grants }, on, "aws", KNOWN);

it("lets an account as a whole list a bucket by READ, and nothing else", () => {
  expect(statements([user(CANONICAL_B, "READ")])).toEqual([
    {
      Sid: "READ",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT_B}:root` },
      Action: ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
      Resource: `arn:aws:s3:::${BUCKET}`,
    },
  ]);
});

it("reads exactly one object by READ of an object, whatever its name has in it", () => {
  expect(statements([user(CANONICAL_B, "READ")], onObject)).toMatchObject([
    {
      Action: ["s3:GetObject", "s3:GetObjectVersion"],
      Resource: `arn:aws:s3:::${BUCKET}/a\${*}b.csv`,
    },
  ]);
});

it.each([
  ["WRITE", onBucket, ["s3:PutObject"]],
  ["READ_ACP", onBucket, ["s3:GetBucketAcl"]],
  ["WRITE_ACP", onObject, ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"]],
] as const)("knows what %s lets do", (permission, on, actions) => {
  expect(statements([user(CANONICAL_B, permission)], on).flatMap(({ Action }) => Action)).toEqual(
    actions,
  );
});

it("takes a group for everybody, and an unknown id for an account of its own", () => {
  const [group] = statements([
    {
      Grantee: { Type: "Group", URI: "http://acs.amazonaws.com/groups/global/AllUsers" },
      Permission: "READ",
    },
  ]);
  expect(group?.Principal).toBe("*");
  const [stranger] = statements([user("f".repeat(64), "READ")]);
  expect(stranger?.Principal).toEqual({ CanonicalUser: "f".repeat(64) });
});

it("grants everything by FULL_CONTROL", () => {
  const actions = statements([user(CANONICAL_A, "FULL_CONTROL")]).flatMap(({ Action }) => Action);
  expect(actions).toContain("s3:PutBucketAcl");
  expect(actions).toContain("s3:PutObject");
});

it.each([
  [null],
  [[]],
  [{ Grants: 1 }],
  [{ Grants: [null, { Permission: 1 }, {}, user(CANONICAL_B, "constructor")] }],
])("grants nothing by %j", (list) => {
  expect(aclStatements(list, onBucket, "aws", KNOWN)).toEqual([]);
});
