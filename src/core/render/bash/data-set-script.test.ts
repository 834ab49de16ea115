import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { findMethod, METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { readAgreementFile } from "#core/parameters/agreement-file.ts";
import { ACCOUNT_B, BUCKET, CANONICAL_A, CANONICAL_B } from "#core/parameters/running-example.ts";
import {
  backupsOf,
  bucketPolicyOf,
  openSharing,
  type Sharing,
} from "#core/render/testing/sharing.ts";
import { type AwsState, freshState, PROFILES } from "#core/render/testing/world.ts";

const EXAMPLES = join(import.meta.dirname, "..", "..", "..", "..", "examples");
const FILES = ["reports/2026/01.csv", "reports/2026/02.csv"];
const MANIFESTS = "b-quicksight-manifests";
const KEY = "s3-handshake/manifest.json";
const ROLE = "aws-quicksight-service-role-v0";
const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

function stateBefore(): AwsState {
  const state = freshState();
  state.roles[ROLE] = {
    arn: `arn:aws:iam::${ACCOUNT_B}:role/service-role/${ROLE}`,
    trust: "{}",
    seconds: 3600,
    inline: { AWSQuickSightS3Policy: "{}" },
  };
  state.buckets[MANIFESTS] = { owner: ACCOUNT_B, objects: {} };
  const bucket = state.buckets[BUCKET];
  if (bucket !== undefined) {
    delete bucket.encryption;
    for (const file of FILES) bucket.objects[file] = "x";
  }
  return state;
}

/** An example, with the profiles that the stand-in knows. */
function sharing(example: string, state: AwsState = stateBefore()): Sharing {
  const opened = readAgreementFile(
    readFileSync(join(EXAMPLES, `${example}.json`), "utf8"),
    METHODS,
  );
  if (!opened.ok) throw new Error(opened.message);
  const { draft } = opened;
  const world = openSharing(findMethod(draft.method) as Method, state, {
    ...draft,
    owner: { ...draft.owner, ...PROFILES.owner },
    consumer: { ...draft.consumer, profile: PROFILES.consumer.profile },
  });
  worlds.push(world);
  return world;
}

const bucketOf = (world: Sharing) => world.state().buckets[BUCKET];

it("makes the data set, and takes all of it back", async () => {
  const before = stateBefore();
  const world = sharing("acl-quicksight", before);
  expect(await world.run("account-a/apply.sh")).toMatchObject({ status: 0 });
  expect(world.written()).toEqual(["s3api put-bucket-policy"]);
  const run = await world.run("account-b/apply.sh");
  expect(run).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([
    "iam put-role-policy",
    "s3api put-object",
    "quicksight create-data-source",
    "quicksight create-data-set",
    "quicksight create-ingestion",
  ]);
  expect(run.output).toContain("COMPLETED 12");
  expect(run.output).toContain("S3 Buckets You Can Access Across AWS");
  expect(world.state().roles[ROLE]?.inline?.["AWSQuickSightS3Policy"]).toBe("{}");
  expect(JSON.parse(world.state().buckets[MANIFESTS]?.objects[KEY] ?? "")).toEqual(
    world.document("manifest.json"),
  );

  const again = await world.run("account-b/apply.sh");
  expect(again).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([]);

  expect(await world.run("account-b/verify.sh")).toMatchObject({ status: 0 });

  expect(await world.run("account-b/undo.sh")).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([
    "quicksight delete-data-set",
    "quicksight delete-data-source",
    "s3api delete-object",
    "iam delete-role-policy",
  ]);
  expect(await world.run("account-a/undo.sh")).toMatchObject({ status: 0 });
  const { calls: _calls, ...after } = world.state();
  const { calls: _none, ...start } = before;
  expect(after).toEqual(start);
  const twice = await world.run("account-b/undo.sh");
  expect(twice).toMatchObject({ status: 0 });
});

it("says FAIL where the import did not come about", async () => {
  const world = sharing("acl-quicksight");
  const run = await world.run("account-b/verify.sh");
  expect(run.status).toBe(1);
  expect(run.output).toMatch(/FAIL {2}QuickSight has imported every file/);
  expect(run.output).toMatch(
    /PASS {2}the policies of aws-quicksight-service-role-v0 do not allow s3:PutObject/,
  );
});

it("stops where AWS cannot read the files, and says what helps", async () => {
  const state = { ...stateBefore(), dataSourceStatus: "CREATION_FAILED" };
  const world = sharing("acl-quicksight", state);
  const run = await world.run("account-b/apply.sh");
  expect(run.status).toBe(1);
  expect(run.output).toContain("CREATION_FAILED We cannot read the manifest");
  expect(world.state().dataSets).toEqual({});
  expect(await world.run("account-b/undo.sh")).toMatchObject({ status: 0 });
  expect(world.state().dataSources).toEqual({});
});

it("touches neither a data source nor a manifest that is somebody else's", async () => {
  const state = stateBefore();
  state.dataSources["xacct-acme-share-data"] = { Name: "theirs", status: "CREATION_SUCCESSFUL" };
  const manifests = state.buckets[MANIFESTS];
  if (manifests !== undefined) manifests.objects[KEY] = '{"fileLocations":[]}';
  const world = sharing("acl-quicksight", state);
  const first = await world.run("account-b/apply.sh");
  expect(first.status).toBe(1);
  expect(first.output).toContain("Another file is there under this key");
  const second = await world.run("account-b/apply.sh", ["--replace"]);
  expect(second.status).toBe(1);
  expect(second.output).toContain("Choose another id in the agreement");
  await world.run("account-b/undo.sh");
  expect(world.state().dataSources["xacct-acme-share-data"]?.["Name"]).toBe("theirs");
  expect(world.state().buckets[MANIFESTS]?.objects[KEY]).toBe('{"fileLocations":[]}');
});

it("enables ACLs, puts the lists, and brings back exactly what was there", async () => {
  const world = sharing("acl-quicksight-lists");
  const run = await world.run("account-a/apply.sh");
  expect(run).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([
    "s3api put-bucket-ownership-controls",
    "s3api put-bucket-acl",
    "s3api put-object-acl",
    "s3api put-object-acl",
    "s3api put-bucket-policy",
  ]);
  expect(bucketOf(world)?.ownership).toBe("BucketOwnerPreferred");
  const grants = (list: { Grants: readonly object[] } | undefined) => list?.Grants;
  expect(grants(bucketOf(world)?.acl)).toEqual([
    { Grantee: { Type: "CanonicalUser", ID: CANONICAL_A }, Permission: "FULL_CONTROL" },
    { Grantee: { Type: "CanonicalUser", ID: CANONICAL_B }, Permission: "READ" },
    { Grantee: { Type: "CanonicalUser", ID: CANONICAL_B }, Permission: "READ_ACP" },
  ]);
  expect(Object.keys(bucketOf(world)?.acls ?? {})).toEqual(FILES);

  expect(await world.run("account-a/apply.sh")).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([]);

  expect(await world.run("account-a/undo.sh")).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([
    "s3api delete-bucket-policy",
    "s3api put-object-acl",
    "s3api put-object-acl",
    "s3api put-bucket-acl",
    "s3api put-bucket-ownership-controls",
  ]);
  expect(bucketOf(world)?.ownership).toBe("BucketOwnerEnforced");
  expect(grants(bucketOf(world)?.acl)).toHaveLength(1);
  expect(bucketPolicyOf(world.state())).toBeUndefined();
});

it("replaces no list that names others, unless asked, and then gives it back", async () => {
  const state = stateBefore();
  const theirs = {
    Owner: { ID: CANONICAL_A },
    Grants: [
      { Grantee: { Type: "CanonicalUser", ID: CANONICAL_A }, Permission: "FULL_CONTROL" },
      {
        Grantee: { Type: "Group", URI: "http://acs.amazonaws.com/groups/s3/LogDelivery" },
        Permission: "WRITE",
      },
    ],
  };
  const bucket = state.buckets[BUCKET];
  if (bucket === undefined) throw new Error("There is no bucket.");
  bucket.ownership = "ObjectWriter";
  bucket.acl = theirs;
  const world = sharing("acl-quicksight-lists", state);
  const run = await world.run("account-a/apply.sh");
  expect(run.status).toBe(1);
  expect(run.output).toContain("ACLs are on already: Object Ownership is ObjectWriter");
  expect(run.output).toContain("The list has grants to others than the owner");
  expect(world.written()).toEqual([]);
  expect(await world.run("account-a/apply.sh", ["--replace"])).toMatchObject({ status: 0 });
  expect(bucketOf(world)?.acl?.Grants).toHaveLength(3);
  expect(backupsOf(world)).toHaveLength(1);
  expect(await world.run("account-a/undo.sh")).toMatchObject({ status: 0 });
  expect(bucketOf(world)?.acl?.Grants).toEqual(theirs.Grants);
  expect(bucketOf(world)?.ownership).toBe("ObjectWriter");
});

it("leaves a list that was changed since, and stops", async () => {
  const world = sharing("acl-quicksight-lists");
  await world.run("account-a/apply.sh");
  world.change(({ buckets }) => {
    const list = buckets[BUCKET]?.acl;
    list?.Grants.push({
      Grantee: { Type: "CanonicalUser", ID: "f".repeat(64) },
      Permission: "READ",
    });
  });
  const run = await world.run("account-a/undo.sh");
  expect(run.status).toBe(1);
  expect(run.output).toContain("The list was changed since apply put it there");
  expect(bucketOf(world)?.acl?.Grants).toHaveLength(4);
});

it("stops where the canonical user ID of account A is another", async () => {
  const state = stateBefore();
  state.canonicalIds["111122223333"] = "e".repeat(64);
  const world = sharing("acl-quicksight-lists", state);
  const run = await world.run("account-a/apply.sh");
  expect(run.status).toBe(1);
  expect(run.output).toContain(`It belongs to canonical user ${"e".repeat(64)}`);
});

it("shows in a dry run what it would do, and does nothing", async () => {
  const world = sharing("acl-quicksight-lists");
  for (const side of ["account-a", "account-b"]) {
    expect(await world.run(`${side}/apply.sh`, ["--dry-run"])).toMatchObject({ status: 0 });
  }
  expect(world.written()).toEqual([]);
});
