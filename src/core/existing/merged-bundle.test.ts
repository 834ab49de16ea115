import { afterEach, describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { exampleDraft, KEY_ARN } from "#core/parameters/running-example.ts";
import { KEY_DEFAULT, TRUST } from "#core/policy/testing/awkward-policies.ts";
import { bundle } from "#core/render/bundle.ts";
import { parsePowershell } from "#core/render/testing/powershell.ts";
import {
  bucketPolicyOf,
  LINK,
  OTHER_POLICY,
  OTHER_STATEMENT,
  runningExample,
  setBucketPolicy,
} from "#core/render/testing/sharing.ts";
import { type AwsState, freshState, openWorld, type World } from "#core/render/testing/world.ts";
import { replacingDocuments } from "./replacing-document.ts";
import { withExisting } from "./with-existing.ts";

const BUCKET_POLICY = "01-bucket-policy-acme-share-data.json";
const worlds: World[] = [];
afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

/** The bundle of a sharing that was merged with `there`, in a folder of its own. */
function merged(
  there: unknown,
  state: AwsState,
  kind = "bucket-policy",
  draft: Draft = runningExample("bucket-policy"),
) {
  const method = METHODS.find(({ id }) => id === draft.method);
  if (method === undefined) throw new Error("no method");
  const base = method.prepare(draft);
  const document = replacingDocuments(base).find((one) => one.kind === kind);
  if (document === undefined) throw new Error("no document");
  const text = typeof there === "string" ? there : JSON.stringify(there, null, 2);
  const { prepared } = withExisting(base, new Map([[document.id, text]]));
  const made = bundle(prepared, { link: LINK, edits: new Map() });
  if (!made.ok) throw new Error(made.message);
  const world = openWorld(made.value.files, state);
  worlds.push(world);
  return { ...world, files: made.value.files, fileName: document.fileName };
}

function reviewedBucket(state = setBucketPolicy(freshState(), OTHER_POLICY)) {
  return merged(OTHER_POLICY, state);
}

const LATER = { ...OTHER_STATEMENT, Sid: "Later" };

describe("a bundle that was merged with a bucket policy", () => {
  it("carries what was reviewed, and says whose it is", () => {
    const { files } = reviewedBucket();
    expect(JSON.parse(files.get(`account-a/reviewed/${BUCKET_POLICY}`) ?? "")).toEqual(
      OTHER_POLICY,
    );
    expect(files.get("README.md")).toMatch(
      /for that account's owner only[\s\S]*`account-a\/reviewed\/01-bucket-policy/,
    );
    expect(files.get("manifest.json")).toContain(`account-a/reviewed/${BUCKET_POLICY}`);
  });

  it("puts exactly what was reviewed, asks for nothing, and takes it back", async () => {
    const world = reviewedBucket();
    const applied = await world.run("account-a/apply.sh", []);
    expect(applied.status, applied.output).toBe(0);
    expect(applied.output).toMatch(/There now is what was reviewed/);
    const document = JSON.parse(world.files.get(`account-a/${BUCKET_POLICY}`) ?? "");
    expect(bucketPolicyOf(world.state())).toEqual(document);
    const again = await world.run("account-a/apply.sh", []);
    expect(again.output).toMatch(/Nothing had to be changed/);
    const undone = await world.run("account-a/undo.sh", []);
    expect(undone.status, undone.output).toBe(0);
    expect(bucketPolicyOf(world.state())).toEqual(OTHER_POLICY);
  });

  it("stops at what was changed since, and tells what", async () => {
    const changed = { ...OTHER_POLICY, Statement: [OTHER_STATEMENT, LATER] };
    const world = reviewedBucket(setBucketPolicy(freshState(), changed));
    const applied = await world.run("account-a/apply.sh", []);
    expect(applied.status).not.toBe(0);
    expect(applied.output).toMatch(/not in what was reviewed:\s+-[^+]*"Sid": "Later"/);
    expect(applied.output).toMatch(/Reviewed, and not there now:\s+\(nothing\)/);
    expect(applied.output).toContain(LINK);
    expect(bucketPolicyOf(world.state())).toEqual(changed);
    const together = await world.run("account-a/apply.sh", ["--merge"]);
    expect(together.status, together.output).toBe(0);
    const sids = sidsOf(bucketPolicyOf(world.state()));
    expect(sids.slice(0, 2)).toEqual(["Logs", "Later"]);
    expect(sids.length).toBeGreaterThan(2);
  });

  it("does not bring back what somebody has taken out since", async () => {
    const changed = { ...OTHER_POLICY, Statement: [LATER] };
    const world = reviewedBucket(setBucketPolicy(freshState(), changed));
    const applied = await world.run("account-a/apply.sh", []);
    expect(applied.output).toMatch(/Reviewed, and not there now:\s+\+[^-]*"Sid": "Logs"/);
    const together = await world.run("account-a/apply.sh", ["--merge"]);
    expect(together.status, together.output).toBe(0);
    expect(sidsOf(bucketPolicyOf(world.state()))).not.toContain("Logs");
  });

  it("stops where the policy is gone, and puts only its own when told to", async () => {
    const world = reviewedBucket(freshState());
    const applied = await world.run("account-a/apply.sh", []);
    expect(applied.status).not.toBe(0);
    expect(applied.output).toMatch(/there is none now/);
    expect(bucketPolicyOf(world.state())).toBeUndefined();
    const alone = await world.run("account-a/apply.sh", ["--merge"]);
    expect(alone.status, alone.output).toBe(0);
    expect(sidsOf(bucketPolicyOf(world.state()))).not.toContain("Logs");
  });

  it("undoes its own statements only, also where nothing was recorded", async () => {
    const document = JSON.parse(reviewedBucket().files.get(`account-a/${BUCKET_POLICY}`) ?? "");
    const world = reviewedBucket(setBucketPolicy(freshState(), document));
    const undone = await world.run("account-a/undo.sh", ["--without-record"]);
    expect(undone.status, undone.output).toBe(0);
    expect(sidsOf(bucketPolicyOf(world.state()))).toEqual(["Logs"]);
  });
});

it("a key policy is put where it is as it was reviewed", async () => {
  const state = freshState();
  const key = state.keys[KEY_ARN];
  if (key === undefined) throw new Error("no key");
  key.policy = KEY_DEFAULT;
  const example = runningExample("bucket-policy");
  const encryption = [{ bucket: "acme-share-data", kind: "sse-kms", keyArn: KEY_ARN }];
  const encrypted = {
    ...example,
    owner: { ...exampleDraft("bucket-policy").owner, ...example.owner, encryption },
  };
  const world = merged(KEY_DEFAULT, state, "key-policy", encrypted);
  const applied = await world.run("account-a/apply.sh", ["--skip-checks"]);
  expect(applied.status, applied.output).toBe(0);
  expect(JSON.parse(world.state().keys[KEY_ARN]?.policy ?? "")).toEqual(
    JSON.parse(world.files.get(`account-a/${world.fileName}`) ?? ""),
  );
});

it("a role that is there gets its trust policy, and keeps it when it was changed since", async () => {
  const draft = runningExample("assume-role");
  const roleName = "AcmeShareReader";
  const arn = `arn:aws:iam::111122223333:role/${roleName}`;
  const withRole = (trust: string) => {
    const state = freshState();
    state.roles[roleName] = { arn, trust, seconds: 43200 };
    return merged(TRUST, state, "trust-policy", draft);
  };
  const same = await withRole(TRUST).run("account-a/apply.sh", []);
  expect(same.output).toMatch(/trust policy is the one that was reviewed/);
  expect(same.status, same.output).toBe(0);
  const other = await withRole(TRUST.replace("ec2.amazonaws.com", "lambda.amazonaws.com")).run(
    "account-a/apply.sh",
    [],
  );
  expect(other.status).not.toBe(0);
  expect(other.output).toMatch(/trusts someone else/);
});

it("the scripts for PowerShell are read by a grammar, and compare with the same file", () => {
  for (const script of ["apply", "undo"]) {
    const text = reviewedBucket().files.get(`account-a/${script}.ps1`) ?? "";
    expect(parsePowershell(text).errors).toEqual([]);
    expect(text).toContain(`'reviewed/${BUCKET_POLICY}'`);
  }
});

function sidsOf(policy: unknown): readonly unknown[] {
  return (policy as { Statement: { Sid?: string }[] }).Statement.map(({ Sid }) => Sid);
}
