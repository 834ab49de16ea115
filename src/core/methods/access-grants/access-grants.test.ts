import { expect, it } from "vitest";
import { ACCOUNT_B, BUCKET, location } from "#core/parameters/running-example.ts";
import { draft } from "./cases-world.ts";
import { accessGrants } from "./index.ts";

type Changes = Parameters<typeof draft>[0];

const prepare = (changes: Changes = {}) => accessGrants.prepare(draft(changes));
const told = (changes: Changes) =>
  prepare(changes)
    .issues.map(({ severity, at, message }) => `${severity} ${at}: ${message}`)
    .join("\n");
const grants = (changes: Changes) =>
  prepare(changes).plan.steps.flatMap(({ operations }) =>
    operations.flatMap((operation) =>
      operation.kind === "create-access-grant" ? [operation] : [],
    ),
  );

it.each([
  [["list"], /^error owner\.locations\.0\.access: .*list alone cannot be granted/],
  [["list", "write"], /list alone cannot be granted/],
  [["delete"], /delete alone cannot be granted/],
])("refuses %j at the field, and offers what can be had", (access, sentence) => {
  expect(told({ owner: { buckets: [], locations: [location("reports/", access)] } })).toMatch(
    sentence,
  );
});

it.each([
  [["read"], "READ"],
  [["list", "read"], "READ"],
  [["write"], "WRITE"],
  [["write", "delete"], "WRITE"],
  [["list", "read", "write"], "READWRITE"],
])("grants %j with %s", (access, permission) => {
  const changes = { owner: { buckets: [], locations: [location("reports/", access)] } };
  expect(grants(changes).map((grant) => grant.permission)).toEqual([permission]);
});

it.each([
  [`arn:aws:iam::${ACCOUNT_B}:root`, /never a whole account/],
  [`arn:aws:sts::${ACCOUNT_B}:assumed-role/batch/nightly`, /not one of its sessions/],
])("refuses %s as a grantee", (principal, sentence) => {
  expect(told({ consumer: { principals: [principal] } })).toMatch(sentence);
});

it.each([
  ["bucket", "s3://acme-share-data/", "reports/*"],
  ["prefix", "s3://acme-share-data/reports/", "*"],
  ["default", "s3://", "acme-share-data/reports/*"],
])("puts scope and sub-prefix together for a location of each %s", (kind, scope, rest) => {
  expect(grants({ settings: { locationScope: kind } })).toMatchObject([
    { locationScope: scope, subPrefix: rest, isObject: false },
  ]);
});

it("grants a single object without a star, and only in a bucket that is shared", () => {
  const object = { bucket: BUCKET, key: "summaries/2026.csv", access: ["read"] };
  expect(grants({ settings: { objects: [object] } })[1]).toMatchObject({
    subPrefix: "summaries/2026.csv",
    isObject: true,
  });
  expect(told({ settings: { objects: [{ ...object, bucket: "acme-other" }] } })).toMatch(
    /^error settings\.objects\.0\.bucket: acme-other is not among the buckets/,
  );
});

it("deletes no instance that was there, and the others after everything in them", () => {
  const undone = (state: string) =>
    prepare({ settings: { instances: [{ region: "eu-west-1", state }] } })
      .plan.steps.toReversed()
      .flatMap(({ undo }) => (undo.kind === "operations" ? undo.operations : []))
      .map(({ kind }) => kind);
  expect(undone("existing")).not.toContain("delete-access-grants-instance");
  expect(undone("new").filter((kind) => /access-grant|instance-policy|role$/.test(kind))).toEqual([
    "delete-access-grant",
    "restore-instance-policy",
    "delete-access-grants-location",
    "delete-role",
    "delete-access-grants-instance",
  ]);
});

it("asks each account with the account ID that the call wants", () => {
  const use = prepare().plan.steps.find(({ id }) => id === "find-grants")?.operations;
  expect(use).toMatchObject([
    { kind: "find-access-grants-instance", account: ACCOUNT_B },
    { kind: "list-caller-access-grants", account: "111122223333" },
  ]);
});

it("writes no more grants into the plan than a sharing may have, and says how many there would be", () => {
  const many = (of: number) => Array.from({ length: of }, (_item, index) => index);
  const changes = {
    owner: { buckets: [], locations: many(100).map((at) => location(`reports/${at}/`, ["read"])) },
    consumer: { principals: many(300).map((at) => `arn:aws:iam::${ACCOUNT_B}:role/reader-${at}`) },
  };
  expect(told(changes)).toMatch(/^error consumer\.principals: .*30,000 grants, and at most 2,500/m);
  expect(grants(changes).length).toBeLessThan(2_500 + 300);
});
