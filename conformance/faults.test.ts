import { describe, expect } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { BUCKET, exampleDraft } from "#core/parameters/running-example.ts";
import type { AccountsBefore, Policy } from "./accounts.ts";
import type { Aws, Fault } from "./aws.ts";
import { count } from "./figures.ts";
import { type Open, test } from "./fixture.ts";
import { LINK, type SharedBundle } from "./shared-bundle.ts";

/** A method that changes two policies of account A, so that there is a half-way. */
const METHOD = METHODS.find((method) => {
  const kinds = method
    .prepare(exampleDraft(method.id))
    .plan.steps.flatMap((step) => step.operations.map(({ kind }) => kind));
  return kinds.includes("put-bucket-policy") && kinds.includes("add-key-statements");
});

async function openExample(
  open: Open,
  change?: (before: AccountsBefore) => AccountsBefore,
  environment?: Readonly<Record<string, string>>,
): Promise<SharedBundle> {
  if (METHOD === undefined) throw new Error("No method changes a bucket policy and a key policy.");
  return open(METHOD, exampleDraft(METHOD.id), {
    ...(change === undefined ? {} : { change }),
    ...(environment === undefined ? {} : { environment }),
  });
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

const writes = async (aws: Aws): Promise<readonly string[]> =>
  (await aws.seen()).filter((one) => one.writes).map(({ operation }) => operation);

async function putPolicy(aws: Aws, policy: Policy): Promise<void> {
  const words = ["s3api", "put-bucket-policy", "--bucket", BUCKET];
  const { status, output } = await aws.cli("a-admin", ...words, "--policy", JSON.stringify(policy));
  expect(status, output).toBe(0);
}

async function bucketPolicy(aws: Aws): Promise<Policy | null> {
  const found = (await aws.state()).buckets[BUCKET] as { readonly policy: Policy | null };
  return found.policy;
}

const survived = () => count("faults survived", METHOD?.id ?? "", 1);

async function untilHeld(aws: Aws): Promise<void> {
  for (;;) {
    if ((await aws.seen()).some(({ held }) => held)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ALL_BACK = "All is as it was before this run.";

describe("apply.sh", () => {
  test("stops where another policy is, shows the difference, and merges when asked", async ({
    aws,
    open,
  }) => {
    const shared = await openExample(open, withTheirs);
    const state = await aws.state();
    const { status, output } = await shared.run("owner", "apply");
    expect(status).toBe(1);
    for (const told of ['    -   "Sid": "Logs"', LINK, "--merge", "Nothing was changed."])
      expect(output).toContain(told);
    expect(await writes(aws)).toEqual([]);
    expect(await aws.state()).toEqual(state);
    const merged = await shared.run("owner", "apply", "--merge");
    expect(merged.status, merged.output).toBe(0);
    expect((await shared.run("owner", "undo")).status).toBe(0);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  test.for(["SIGINT"] as const)(
    "takes back what it has changed after %s",
    async (signal, { aws, open }) => {
      const shared = await openExample(open, withTheirs);
      const state = await aws.state();
      await aws.setFaults([{ operation: "kms:PutKeyPolicy", times: 1, hold: true }]);
      const script = shared.start("owner", "apply", "--merge");
      await untilHeld(aws);
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

  const THROTTLED: Fault = {
    operation: "kms:PutKeyPolicy",
    times: 2,
    code: "ThrottlingException",
    message: "Rate exceeded",
  };

  test("is not stopped by a little throttling", async ({ aws, open }) => {
    const shared = await openExample(open);
    await aws.setFaults([THROTTLED]);
    const { status, output } = await shared.run("owner", "apply");
    expect(status, output).toBe(0);
    survived();
  });

  test("gives up when throttling does not end, says so, and takes back what it has changed", async ({
    aws,
    open,
  }) => {
    const shared = await openExample(open, undefined, { AWS_MAX_ATTEMPTS: "2" });
    const state = await aws.state();
    await aws.setFaults([{ ...THROTTLED, times: 999 }]);
    const { status, output } = await shared.run("owner", "apply");
    expect(status).toBe(1);
    for (const told of ["Rate exceeded", "AWS asks for fewer requests", ALL_BACK])
      expect(output).toContain(told);
    expect(await aws.state()).toEqual(state);
    survived();
  });

  test("is told by S3 when the principal does not exist at all", async ({ aws, open }) => {
    const shared = await openExample(open, (before) => ({ ...before, roles: [] }), {
      S3_HANDSHAKE_TRIES: "1",
    });
    const state = await aws.state();
    const { status, output } = await shared.run("owner", "apply");
    expect(status).toBe(1);
    expect(output).toContain("It has to be created first");
    expect(await aws.state()).toEqual(state);
    survived();
  });

  test("takes back a change of which AWS has not told that it was made", async ({ aws, open }) => {
    const shared = await openExample(open, withTheirs, { AWS_MAX_ATTEMPTS: "1" });
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
});

describe("undo.sh", () => {
  test("removes its own statements only, when somebody has added one since", async ({
    aws,
    open,
  }) => {
    const shared = await openExample(open);
    expect((await shared.run("owner", "apply")).status).toBe(0);
    const ours = await bucketPolicy(aws);
    const statements = [ours?.["Statement"], THEIRS["Statement"]].flat();
    await putPolicy(aws, { ...ours, Statement: statements });
    const { status, output } = await shared.run("owner", "undo");
    expect(status, output).toBe(0);
    expect(output).toContain("our statements removed, all others kept");
    expect((await bucketPolicy(aws))?.["Statement"]).toEqual([THEIRS["Statement"]]);
    survived();
  });

  test("stops where somebody has changed one of its statements since", async ({ aws, open }) => {
    const shared = await openExample(open);
    expect((await shared.run("owner", "apply")).status).toBe(0);
    const ours = await bucketPolicy(aws);
    const [first, ...others] = [ours?.["Statement"]].flat() as Policy[];
    const wider = { ...first, Principal: { AWS: "arn:aws:iam::444455556666:root" } };
    await putPolicy(aws, { ...ours, Statement: [wider, ...others] });
    const changed = await bucketPolicy(aws);
    const { status, output } = await shared.run("owner", "undo");
    expect(status).toBe(1);
    expect(output).toContain("were changed since");
    expect(await bucketPolicy(aws)).toEqual(changed);
    survived();
  });
});
