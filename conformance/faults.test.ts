import { chmodSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { BUCKET, exampleDraft } from "#core/parameters/running-example.ts";
import { SIDE_FOLDERS } from "#core/side.ts";
import type { AccountsBefore, Policy } from "./accounts.ts";
import { type Aws, type Fault, startAws } from "./aws.ts";
import { count } from "./figures.ts";
import { LINK, openBundle, type SharedBundle } from "./shared-bundle.ts";

let aws: Aws;
const open: SharedBundle[] = [];

beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.stop());
afterEach(() => {
  for (const shared of open.splice(0)) shared.close();
});

/** A method that changes two policies of account A, so that there is a half-way. */
const METHOD = METHODS.find((method) => {
  const kinds = method
    .prepare(exampleDraft(method.id))
    .plan.steps.flatMap((step) => step.operations.map(({ kind }) => kind));
  return kinds.includes("put-bucket-policy") && kinds.includes("add-key-statements");
});

async function openExample(
  change?: (before: AccountsBefore) => AccountsBefore,
  environment?: Readonly<Record<string, string>>,
): Promise<SharedBundle> {
  if (METHOD === undefined) throw new Error("No method changes a bucket policy and a key policy.");
  const shared = await openBundle(aws, METHOD, exampleDraft(METHOD.id), {
    ...(change === undefined ? {} : { change }),
    ...(environment === undefined ? {} : { environment }),
  });
  open.push(shared);
  return shared;
}

/** Written as S3's own log delivery needs it; a single statement, and an Id. */
const THEIRS: Policy = {
  Version: "2012-10-17",
  Id: "theirs",
  Statement: {
    Sid: "Logs",
    Effect: "Allow",
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `arn:aws:s3:::${BUCKET}/logs/*`,
  },
};

const withTheirs = (before: AccountsBefore): AccountsBefore => ({
  ...before,
  buckets: before.buckets.map((bucket) => ({ ...bucket, policy: THEIRS })),
});

const writes = async (): Promise<readonly string[]> =>
  (await aws.seen()).filter((one) => one.writes).map(({ operation }) => operation);

async function putPolicy(policy: Policy): Promise<void> {
  const words = ["s3api", "put-bucket-policy", "--bucket", BUCKET];
  const { status, output } = await aws.cli("a-admin", ...words, "--policy", JSON.stringify(policy));
  expect(status, output).toBe(0);
}

async function bucketPolicy(): Promise<Policy | null> {
  const found = (await aws.state()).buckets[BUCKET] as { readonly policy: Policy | null };
  return found.policy;
}

const survived = () => count("faults survived", METHOD?.id ?? "", 1);

async function untilHeld(): Promise<void> {
  for (;;) {
    if ((await aws.seen()).some(({ held }) => held)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ALL_BACK = "All is as it was before this run.";

describe("apply.sh", () => {
  it("stops with credentials of the other account before it changes anything", async () => {
    const shared = await openExample((before) => ({
      ...before,
      accounts: before.accounts.toReversed(),
    }));
    const state = await aws.state();
    const swapped = await aws.credentialsOf("arn:aws:iam::444455556666:role/analytics-app");
    aws.setProfiles(new Map([["a-admin", swapped]]));
    const { status, output } = await shared.run("owner", "apply");
    expect(status, output).toBe(1);
    expect(output).toContain("These are credentials of account 444455556666");
    expect(output).toContain("Nothing was changed.");
    expect(await writes()).toEqual([]);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  it("stops where another policy is, shows the difference, and merges when asked", async () => {
    const shared = await openExample(withTheirs);
    const state = await aws.state();
    const { status, output } = await shared.run("owner", "apply");
    expect(status).toBe(1);
    for (const told of ['    -   "Sid": "Logs"', LINK, "--merge", "Nothing was changed."])
      expect(output).toContain(told);
    expect(await writes()).toEqual([]);
    expect(await aws.state()).toEqual(state);
    const merged = await shared.run("owner", "apply", "--merge");
    expect(merged.status, merged.output).toBe(0);
    expect((await shared.run("owner", "undo")).status).toBe(0);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "takes back what it has changed after %s",
    async (signal) => {
      const shared = await openExample(withTheirs);
      const state = await aws.state();
      await aws.setFaults([{ operation: "kms:PutKeyPolicy", times: 1, hold: true }]);
      const script = shared.start("owner", "apply", "--merge");
      await untilHeld();
      script.signal(signal);
      const { status, output } = await script.run;
      expect(status).not.toBe(0);
      expect(output).toContain(ALL_BACK);
      expect(await aws.state()).toEqual(state);
      const again = await shared.run("owner", "apply", "--merge");
      expect(again.status, again.output).toBe(0);
      survived();
    },
  );

  it("goes on where it was killed, and undo still knows what was there before", async () => {
    const shared = await openExample(withTheirs);
    const state = await aws.state();
    await aws.setFaults([{ operation: "kms:PutKeyPolicy", times: 1, hold: true }]);
    const script = shared.start("owner", "apply", "--merge");
    await untilHeld();
    script.signal("SIGKILL");
    await script.run;
    const again = await shared.run("owner", "apply", "--merge");
    expect(again.status, again.output).toBe(0);
    expect(await writes()).toEqual(["kms:PutKeyPolicy"]);
    const undone = await shared.run("owner", "undo");
    expect(undone.status, undone.output).toBe(0);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  const THROTTLED: Fault = {
    operation: "kms:PutKeyPolicy",
    times: 2,
    code: "ThrottlingException",
    message: "Rate exceeded",
  };

  it("is not stopped by a little throttling", async () => {
    const shared = await openExample();
    await aws.setFaults([THROTTLED]);
    const { status, output } = await shared.run("owner", "apply");
    expect(status, output).toBe(0);
    survived();
  });

  it("gives up when throttling does not end, says so, and takes back what it has changed", async () => {
    const shared = await openExample(undefined, { AWS_MAX_ATTEMPTS: "2" });
    const state = await aws.state();
    await aws.setFaults([{ ...THROTTLED, times: 999 }]);
    const { status, output } = await shared.run("owner", "apply");
    expect(status).toBe(1);
    for (const told of ["Rate exceeded", "AWS asks for fewer requests", ALL_BACK])
      expect(output).toContain(told);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  const UNKNOWN: Fault = {
    operation: "kms:PutKeyPolicy",
    times: 2,
    code: "MalformedPolicyDocumentException",
    message: "Policy contains a statement with one or more invalid principals.",
  };

  it("waits while a principal is not known yet", async () => {
    const shared = await openExample();
    await aws.setFaults([UNKNOWN]);
    const { status, output } = await shared.run("owner", "apply");
    expect(status, output).toBe(0);
    expect(output.match(/Trying again/g)).toHaveLength(2);
    survived();
  });

  it("gives up after its tries, says why, and takes back what it has changed", async () => {
    const shared = await openExample(undefined, { S3_HANDSHAKE_TRIES: "3" });
    const state = await aws.state();
    await aws.setFaults([{ ...UNKNOWN, times: 999 }]);
    const { status, output } = await shared.run("owner", "apply");
    expect(status).toBe(1);
    expect(output.match(/Trying again/g)).toHaveLength(2);
    for (const told of ["invalid principals", "does not exist (any more)", ALL_BACK])
      expect(output).toContain(told);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  it("is told by S3 when the principal does not exist at all", async () => {
    const shared = await openExample((before) => ({ ...before, roles: [] }), {
      S3_HANDSHAKE_TRIES: "1",
    });
    const state = await aws.state();
    const { status, output } = await shared.run("owner", "apply");
    expect(status).toBe(1);
    expect(output).toContain("It has to be created first");
    expect(await aws.state()).toEqual(state);
    survived();
  });

  it("takes back a change of which AWS has not told that it was made", async () => {
    const shared = await openExample(withTheirs, { AWS_MAX_ATTEMPTS: "1" });
    const state = await aws.state();
    await aws.setFaults([
      {
        operation: "s3:PutBucketPolicy",
        times: 1,
        after: true,
        code: "AccessDenied",
        message: "No",
      },
    ]);
    const { status, output } = await shared.run("owner", "apply", "--merge");
    expect(status).toBe(1);
    expect(output).toContain(ALL_BACK);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  it("says how to get the AWS CLI where it is missing", async () => {
    const shared = await openExample();
    const tools = join(shared.folder, "tools");
    mkdirSync(tools);
    for (const folder of (process.env["PATH"] ?? "").split(delimiter))
      for (const name of TOOLS) linkTool(join(folder, name), join(tools, name));
    const { status, output } = await shared.runWith({ PATH: tools }, "owner", "apply");
    expect(status).toBe(1);
    expect(output).toContain("aws is not installed. Get it: https://docs.aws.amazon.com/");
    expect(await writes()).toEqual([]);
    survived();
  });

  it("changes nothing where it cannot keep a backup", async () => {
    const shared = await openExample();
    const state = await aws.state();
    const tools = join(shared.folder, "tools");
    mkdirSync(tools);
    // Root may write everywhere, so mkdir itself refuses, as it would in a folder that is read-only.
    writeFileSync(join(tools, "mkdir"), "#!/bin/sh\nexit 1\n");
    chmodSync(join(tools, "mkdir"), 0o755);
    const path = [tools, aws.environment["PATH"]].join(delimiter);
    const { status, output } = await shared.runWith({ PATH: path }, "owner", "apply");
    expect(status).toBe(1);
    expect(output).toContain("this folder cannot be written to");
    expect(await aws.state()).toEqual(state);
    survived();
  });
});

const TOOLS = ["bash", "sh", "jq", "dirname", "mktemp", "cat", "sed", "rm", "date", "cp", "grep"];

function linkTool(from: string, to: string): void {
  try {
    if (readdirSync(join(from, "..")).includes(join(to).split("/").at(-1) ?? ""))
      symlinkSync(from, to);
  } catch {
    // Another folder of the PATH has it.
  }
}

describe("undo.sh", () => {
  it("removes its own statements only, when somebody has added one since", async () => {
    const shared = await openExample();
    expect((await shared.run("owner", "apply")).status).toBe(0);
    const ours = await bucketPolicy();
    const statements = [ours?.["Statement"], THEIRS["Statement"]].flat();
    await putPolicy({ ...ours, Statement: statements });
    const { status, output } = await shared.run("owner", "undo");
    expect(status, output).toBe(0);
    expect(output).toContain("our statements removed, all others kept");
    expect((await bucketPolicy())?.["Statement"]).toEqual([THEIRS["Statement"]]);
    survived();
  });

  it("stops where somebody has changed one of its statements since", async () => {
    const shared = await openExample();
    expect((await shared.run("owner", "apply")).status).toBe(0);
    const ours = await bucketPolicy();
    const [first, ...others] = [ours?.["Statement"]].flat() as Policy[];
    const wider = { ...first, Principal: { AWS: "arn:aws:iam::444455556666:root" } };
    await putPolicy({ ...ours, Statement: [wider, ...others] });
    const changed = await bucketPolicy();
    const { status, output } = await shared.run("owner", "undo");
    expect(status).toBe(1);
    expect(output).toContain("were changed since");
    expect(await bucketPolicy()).toEqual(changed);
    survived();
  });

  it("works in a folder whose name has blanks, quotes and a dollar", async () => {
    const shared = await openExample();
    expect(shared.folder).toMatch(/-it's "new" \$HOME \[x\]\* & co$/);
    const state = await aws.state();
    expect((await shared.run("owner", "apply")).status).toBe(0);
    expect(
      readdirSync(join(shared.folder, SIDE_FOLDERS.owner)).some((name) =>
        name.startsWith("backup-"),
      ),
    ).toBe(true);
    expect((await shared.run("owner", "undo")).status).toBe(0);
    expect(await aws.state()).toEqual(state);
    survived();
  });
});
