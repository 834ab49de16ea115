import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import { ACCOUNT_A, BUCKET, KEY_ARN } from "#core/parameters/running-example.ts";
import {
  backupsOf,
  bucketPolicyOf,
  LINK,
  OTHER_POLICY,
  OTHER_STATEMENT,
  openSharing,
  type Sharing,
  setBucketPolicy,
} from "#core/render/testing/sharing.ts";
import { type AwsState, freshState, KEY_POLICY } from "#core/render/testing/world.ts";

const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

function sharing(state?: AwsState): Sharing {
  const world = openSharing(bucketPolicy, state);
  worlds.push(world);
  return world;
}

const withBucketPolicy = (policy: unknown): AwsState => setBucketPolicy(freshState(), policy);

/** Lists turned round, one value as a list of one and the other way, elements in another order. */
function inAnotherForm(value: unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.length === 1 ? value[0] : value.toReversed();
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).toReversed();
    return Object.fromEntries(entries.map(([key, one]) => [key, inAnotherForm(one, key)]));
  }
  return ["Action", "Resource"].includes(name) ? [value] : value;
}

describe("apply.sh of account A", () => {
  it("puts the documents of the bundle, and says so", async () => {
    const world = sharing();
    const run = await world.run("account-a/apply.sh");
    expect(run).toMatchObject({ status: 0 });
    expect(run.output).toContain(`bucket policy of ${BUCKET}: put.`);
    expect(world.written()).toEqual(["s3api put-bucket-policy", "kms put-key-policy"]);
    expect(bucketPolicyOf(world.state())).toEqual(world.document("bucket-policy"));
    const key = JSON.parse(world.state().keys[KEY_ARN]?.policy ?? "");
    expect(key.Statement).toHaveLength(2);
    expect(key).toMatchObject({
      Id: "key-default-1",
      Statement: [{ Sid: "Enable IAM policies" }, {}],
    });
  });

  it("names the owner in every call of s3api and the profile in every call", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    const { calls } = world.state();
    expect(calls.length).toBeGreaterThan(8);
    for (const { operation, args } of calls) {
      expect(args["--profile"]).toBe("a-admin");
      if (operation.startsWith("s3api")) expect(args["--expected-bucket-owner"]).toBe(ACCOUNT_A);
    }
  });

  it("changes nothing the second time", async () => {
    const world = sharing();
    await world.run("account-a/apply.sh");
    world.written();
    const before = { ...world.state(), calls: [] };
    const again = await world.run("account-a/apply.sh");
    expect(again).toMatchObject({ status: 0 });
    expect(again.output).toContain("Nothing had to be changed.");
    expect(world.written()).toEqual([]);
    expect({ ...world.state(), calls: [] }).toEqual(before);
    expect(backupsOf(world)).toHaveLength(1);
  });

  it("recognises its policy in another form", async () => {
    const world = sharing();
    const { Statement } = world.document("bucket-policy");
    world.change((state) =>
      setBucketPolicy(state, {
        Statement: Statement.toReversed().map((statement) => inAnotherForm(statement)),
        Version: "2012-10-17",
      }),
    );
    const run = await world.run("account-a/apply.sh");
    expect(run).toMatchObject({ status: 0 });
    expect(world.written()).toEqual(["kms put-key-policy"]);
  });

  it("stops in the wrong account before it changes anything, and says whose credentials these are", async () => {
    const state = freshState();
    state.callers["a-admin"] = {
      account: "444455556666",
      arn: "arn:aws:iam::444455556666:user/bo",
    };
    const world = sharing(state);
    const run = await world.run("account-a/apply.sh");
    expect(run.status).toBe(1);
    expect(run.output).toContain(
      "credentials of account 444455556666 (arn:aws:iam::444455556666:user/bo)",
    );
    expect(run.output).toContain("That is Account B · consumer");
    expect(run.output).toContain("Nothing was changed.");
    expect(world.state().calls.map(({ operation }) => operation)).toEqual([
      "sts get-caller-identity",
    ]);
  });

  it("stops in another partition", async () => {
    const state = freshState();
    state.callers["a-admin"] = {
      account: ACCOUNT_A,
      arn: `arn:aws-cn:iam::${ACCOUNT_A}:user/admin`,
    };
    const run = await sharing(state).run("account-a/apply.sh");
    expect(run.status).toBe(1);
    expect(run.output).toContain("in partition aws.");
  });

  it("stops where another bucket policy is, and shows both ways on", async () => {
    const world = sharing(withBucketPolicy(OTHER_POLICY));
    const run = await world.run("account-a/apply.sh");
    expect(run.status).toBe(1);
    expect(run.output).toContain('"Sid": "Logs"');
    expect(run.output).toContain(LINK);
    expect(run.output).toContain("--merge");
    expect(run.output).toContain("Nothing was changed.");
    expect(world.written()).toEqual([]);
    expect(backupsOf(world)).toEqual([]);
  });

  it("keeps every other statement with --merge, backs up first, and then recognises the result", async () => {
    const world = sharing(withBucketPolicy(OTHER_POLICY));
    const run = await world.run("account-a/apply.sh", ["--merge"]);
    expect(run).toMatchObject({ status: 0 });
    const ours = world.document("bucket-policy");
    expect(bucketPolicyOf(world.state())).toEqual({
      ...OTHER_POLICY,
      Statement: [OTHER_STATEMENT, ...ours.Statement],
    });
    const [backup = ""] = backupsOf(world);
    const folder = join(world.folder, "account-a", backup);
    const before = readdirSync(folder).find((name) => /^bucket.*before\.json$/.test(name)) ?? "";
    expect(JSON.parse(readFileSync(join(folder, before), "utf8"))).toEqual(OTHER_POLICY);
    expect(statSync(folder).mode & 0o077).toBe(0);
    expect(statSync(join(folder, before)).mode & 0o077).toBe(0);
    world.written();
    expect(await world.run("account-a/apply.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual([]);
  });

  it("does not take access from others who use a Sid of ours unless --replace says so", async () => {
    const world = sharing();
    const ours = world.document("bucket-policy");
    const theirs = {
      Version: "2012-10-17",
      Statement: [{ ...ours.Statement[0], Principal: { AWS: "arn:aws:iam::777788889999:root" } }],
    };
    world.change((state) => setBucketPolicy(state, theirs));
    const stopped = await world.run("account-a/apply.sh", ["--merge"]);
    expect(stopped.status).toBe(1);
    expect(stopped.output).toContain("takes access from arn:aws:iam::777788889999:root");
    expect(bucketPolicyOf(world.state())).toEqual(theirs);
    expect(await world.run("account-a/apply.sh", ["--merge", "--replace"])).toMatchObject({
      status: 0,
    });
    expect(bucketPolicyOf(world.state())).toEqual(ours);
  });

  it("does not merge into an older Version that has policy variables in it", async () => {
    const world = sharing(
      withBucketPolicy({
        Version: "2008-10-17",
        Statement: [{ ...OTHER_STATEMENT, Resource: `arn:aws:s3:::${BUCKET}/\${x}/*` }],
      }),
    );
    const run = await world.run("account-a/apply.sh", ["--merge"]);
    expect(run.status).toBe(1);
    expect(run.output).toContain("older Version");
    expect(world.written()).toEqual([]);
  });

  it("does not merge beyond what S3 takes", async () => {
    const many = Array.from({ length: 150 }, (_, index) => ({
      ...OTHER_STATEMENT,
      Sid: `Logs${index}`,
    }));
    const world = sharing(withBucketPolicy({ ...OTHER_POLICY, Statement: many }));
    const run = await world.run("account-a/apply.sh", ["--merge"]);
    expect(run.status).toBe(1);
    expect(run.output).toMatch(/has \d{5} bytes, and AWS takes 20480/);
    expect(world.written()).toEqual([]);
  });

  it("shows in a dry run what it would do, and does nothing", async () => {
    const world = sharing(withBucketPolicy(OTHER_POLICY));
    const run = await world.run("account-a/apply.sh", ["--dry-run", "--merge"]);
    expect(run).toMatchObject({ status: 0 });
    expect(run.output).toContain("Would run: aws s3api put-bucket-policy");
    expect(run.output).toContain("Dry run: nothing was changed.");
    expect(world.written()).toEqual([]);
    expect(backupsOf(world)).toEqual([]);
  });

  it("tries again while a principal is not known yet", async () => {
    const state = freshState();
    state.faults = [
      {
        operation: "s3api put-bucket-policy",
        times: 2,
        code: "MalformedPolicy",
        message: "Invalid principal in policy",
      },
    ];
    const world = sharing(state);
    const run = await world.run("account-a/apply.sh");
    expect(run).toMatchObject({ status: 0 });
    expect(run.output.match(/Trying again/g)).toHaveLength(2);
  });

  it("gives up after the tries, and says what had been done", async () => {
    const state = freshState();
    state.faults = [
      {
        operation: "kms put-key-policy",
        times: 99,
        code: "MalformedPolicyDocumentException",
        message: "Policy contains a statement with one or more invalid principals.",
      },
    ];
    const world = sharing(state);
    const run = await world.run("account-a/apply.sh", [], { S3_HANDSHAKE_TRIES: "4" });
    expect(run.status).toBe(1);
    expect(run.output.match(/Trying again/g)).toHaveLength(3);
    expect(run.output).toContain(`Done before that:\n  bucket policy of ${BUCKET}: put.`);
    expect(run.output).toContain("All is as it was before this run.");
    expect(bucketPolicyOf(world.state())).toBeUndefined();
    expect(world.state().keys[KEY_ARN]?.policy).toBe(KEY_POLICY);
  });

  it("takes back only what it has changed itself, when it cannot be finished", async () => {
    const world = sharing(withBucketPolicy(OTHER_POLICY));
    await world.run("account-a/apply.sh", ["--merge"]);
    const applied = { ...world.state(), calls: [], faults: [] };
    world.change((state) => {
      const key = state.keys[KEY_ARN];
      if (key !== undefined) key.policy = KEY_POLICY;
      state.faults = [
        {
          operation: "kms put-key-policy",
          times: 1,
          code: "AccessDenied",
          message: "Access Denied",
        },
      ];
    });
    const run = await world.run("account-a/apply.sh");
    expect(run.status).toBe(1);
    expect(run.output).toContain("Not changed by that run.");
    expect(world.state().buckets).toEqual(applied.buckets);
    expect(world.state().keys[KEY_ARN]?.policy).toBe(KEY_POLICY);
  });

  it("says what is left to do when it cannot take back what it has changed", async () => {
    const state = freshState();
    state.faults = [
      { operation: "kms put-key-policy", times: 1, code: "AccessDenied", message: "Access Denied" },
      { operation: "s3api delete-bucket-policy", times: 1, code: "AccessDenied", message: "No" },
    ];
    const world = sharing(state);
    const run = await world.run("account-a/apply.sh");
    expect(run.status).toBe(1);
    const [backup = ""] = backupsOf(world);
    expect(run.output).toContain(`NOT all of it could be taken back`);
    const after = await world.run("account-a/undo.sh", ["--only", `./${backup}/`]);
    expect(after, after.output).toMatchObject({ status: 0 });
    expect(bucketPolicyOf(world.state())).toBeUndefined();
  });

  it("shows only the difference to what was reviewed", async () => {
    const world = sharing();
    const { Statement } = world.document("bucket-policy");
    world.change((state) =>
      setBucketPolicy(state, {
        Version: "2012-10-17",
        Statement: [inAnotherForm(Statement[0]), OTHER_STATEMENT],
      }),
    );
    const { output } = await world.run("account-a/apply.sh");
    expect(output).toContain('    -   "Sid": "Logs"');
    expect(output).toContain(`    +   "Sid": "${Statement[1]?.["Sid"]}"`);
    expect(output).not.toContain(`"Sid": "${Statement[0]?.["Sid"]}"`);
  });

  it.each([
    ["AccessDenied", "Access Denied", "may not make this call"],
    [
      "MalformedPolicy",
      "Action does not apply to any resource(s) in statement",
      "see the message above",
    ],
  ])("does not try again after %s", async (code, message, hint) => {
    const state = freshState();
    state.faults = [{ operation: "s3api put-bucket-policy", times: 1, code, message }];
    const world = sharing(state);
    const run = await world.run("account-a/apply.sh");
    expect(run.status).toBe(1);
    expect(run.output).not.toContain("Trying again");
    expect(run.output).toContain(message);
    expect(run.output).toContain(hint);
  });

  it("takes back what an interrupted run has changed, and can be run again", async () => {
    const state = freshState();
    state.faults = [{ operation: "kms put-key-policy", times: 1, kill: true }];
    const world = sharing(state);
    const cut = await world.run("account-a/apply.sh");
    expect(cut.status).not.toBe(0);
    expect(cut.output).toContain("Done before that:");
    expect(cut.output).toContain("All is as it was before this run.");
    expect(bucketPolicyOf(world.state())).toBeUndefined();
    world.written();
    expect(await world.run("account-a/apply.sh")).toMatchObject({ status: 0 });
    expect(world.written()).toEqual(["s3api put-bucket-policy", "kms put-key-policy"]);
    expect(await world.run("account-a/undo.sh")).toMatchObject({ status: 0 });
    expect(world.state().keys[KEY_ARN]?.policy).toBe(KEY_POLICY);
    expect(bucketPolicyOf(world.state())).toBeUndefined();
  });
});
