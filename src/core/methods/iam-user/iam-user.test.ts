import { expect, it } from "vitest";
import { ACCOUNT_A, location } from "#core/parameters/running-example.ts";
import { iamUser } from "./index.ts";
import { vendorDraft } from "./vendor.ts";

type Changes = Parameters<typeof vendorDraft>[0];

const GUARDED = { sourceCidrs: ["203.0.113.0/24"], validUntil: "2027-01-31" };

const prepare = ({ settings, ...changes }: Changes = {}) =>
  iamUser.prepare(
    vendorDraft({
      guardrails: GUARDED,
      ...changes,
      settings: { userName: "vendor-acme", userPath: "/vendors/", ...settings },
    }),
  );
const told = (changes: Changes) =>
  prepare(changes)
    .issues.map(({ severity, at, message }) => `${severity} ${at}: ${message}`)
    .join("\n");
const steps = (changes: Changes = {}) => prepare(changes).plan.steps;
const operations = (changes: Changes, id: string) =>
  steps(changes).find((step) => step.id === id)?.operations;

it.each([
  ["userName", ""],
  ["userName", "with space"],
  ["userName", "a/b"],
  ["userName", "x".repeat(65)],
  ["userPath", "vendors"],
  ["userPath", "/with!mark/"],
  ["permissionsBoundary", "VendorBoundary"],
  ["permissionsBoundary", `arn:aws:iam::${ACCOUNT_A}:role/VendorBoundary`],
  ["purpose", "a,b"],
  ["policyName", "a b"],
])("refuses %s %j", (name, value) => {
  expect(told({ settings: { [name]: value } })).toMatch(new RegExp(`^error settings\\.${name}: `));
});

it("refuses a boundary of another account or partition", () => {
  const boundary = (permissionsBoundary: string) => told({ settings: { permissionsBoundary } });
  expect(boundary("arn:aws:iam::777788889999:policy/Boundary")).toMatch(
    /is in account 777788889999/,
  );
  expect(boundary(`arn:aws-cn:iam::${ACCOUNT_A}:policy/Boundary`)).toMatch(
    /is in partition aws-cn/,
  );
  expect(boundary("arn:aws:iam::aws:policy/AmazonS3FullAccess")).toBe("");
});

it("says that a key works from everywhere and for ever, unless it is limited", () => {
  expect(told({})).toBe("");
  expect(told({ guardrails: { ...GUARDED, sourceCidrs: [] } })).toMatch(
    /^warning guardrails\.sourceCidrs: /,
  );
  expect(told({ guardrails: { ...GUARDED, validUntil: "" } })).toMatch(
    /^warning guardrails\.validUntil: /,
  );
});

it("tags the user with its purpose and the day on which the access ends", () => {
  expect(operations({}, "create-user")).toEqual([
    {
      kind: "create-user",
      userArn: `arn:aws:iam::${ACCOUNT_A}:user/vendors/vendor-acme`,
      userName: "vendor-acme",
      path: "/vendors/",
      tags: [
        ["Purpose", "s3-share"],
        ["Expires", "2027-01-31"],
      ],
      permissionsBoundary: "",
    },
  ]);
});

it("creates the access key last, and takes it away first", () => {
  const applied = steps({ settings: { athena: true } }).filter(({ phase }) => phase === "apply");
  expect(applied.at(-1)?.id).toBe("create-access-key");
  const undone = applied
    .toReversed()
    .flatMap(({ undo }) => (undo.kind === "operations" ? undo.operations : []))
    .map(({ kind }) => kind);
  expect(undone).toEqual([
    "delete-access-keys",
    "detach-user-policy",
    "detach-user-policy",
    "delete-policy",
    "delete-user",
  ]);
});

it("puts the policy on the user as a managed one, or inline when it fits and is asked for", () => {
  const deliveries = (changes: Changes) =>
    prepare(changes).documents.map(({ delivery }) => delivery);
  expect(deliveries({})).toEqual(["managed"]);
  expect(deliveries({ settings: { delivery: "inline" } })).toEqual(["inline"]);
  const locations = Array.from({ length: 30 }, (_item, index) => ({
    bucket: "acme-share-data",
    prefix: `customers/customer-${index}/exports/`,
    access: ["list", "read"],
  }));
  const long = { owner: { locations }, settings: { delivery: "inline" } };
  expect(deliveries(long)).toEqual(["managed"]);
  expect(told(long)).toMatch(/^warning settings\.delivery: /);
});

it("has no part for an account B", () => {
  const { documents, agreement } = prepare();
  expect(documents.map(({ side }) => side)).toEqual(["owner"]);
  expect(agreement.consumer.principals).toEqual([]);
  expect(iamUser.parameters.map(({ id }) => id)).not.toContain("consumer.account");
});

it("offers a better method", () => {
  expect(iamUser.better?.method).toBe("assume-role");
});

it("touches no bucket policy", () => {
  expect(JSON.stringify(steps())).not.toContain("put-bucket-policy");
});

const ELSEWHERE = {
  owner: {
    locations: [location("reports/", ["read"]), location("why?/$5/", ["read"], "acme-archive")],
    buckets: [{ bucket: "acme-archive", region: "us-east-1" }],
  },
};

it("tells the third party the region of each bucket", () => {
  const told = operations(ELSEWHERE, "receive-key")?.map((one) =>
    one.kind === "by-hand" ? one.instruction : "",
  );
  expect(told?.[0]).toMatch(/^Bucket acme-share-data · .* · region eu-west-1 · /);
  expect(told?.[1]).toMatch(/^Bucket acme-archive · .* · region us-east-1 · /);
});

it("tells IAM a time where the grant ends, since the simulation knows none", () => {
  const asked = (validUntil: string) =>
    operations({ guardrails: { validUntil } }, "simulate")?.map((one) =>
      one.kind === "simulate-principal-policy" ? one.context?.key : "",
    );
  expect(asked("2027-01-31")).toEqual(["aws:CurrentTime"]);
  expect(asked("")).toEqual([undefined]);
});

it("asks IAM about the object as it is called, not as a policy would write it", () => {
  const asked = operations(ELSEWHERE, "simulate")?.map((one) =>
    one.kind === "simulate-principal-policy" ? one.resourceArn : "",
  );
  expect(asked?.[1]).toBe("arn:aws:s3:::acme-archive/why?/$5/s3-handshake-verify.txt");
});

it("asks IAM as soon as the user has its permissions: no access key is needed for it", () => {
  const needs = steps().find(({ id }) => id === "simulate")?.needs;
  expect(needs).toContain("put-user-policy");
  expect(needs).not.toContain("create-access-key");
});

it("names the profile that gets the key so that a shell takes it for one word", () => {
  const configure = (appProfile: string) =>
    operations({ consumer: { appProfile } }, "receive-key")?.flatMap((one) =>
      one.kind === "by-hand" && one.instruction.includes("aws configure") ? [one.instruction] : [],
    );
  expect(configure("vendor key")?.[0]).toContain('run aws configure --profile "vendor key" and');
  expect(configure("")?.[0]).toMatch(/default profile .* replaced/);
});
