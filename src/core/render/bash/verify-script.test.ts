import { afterEach, describe, expect, it } from "vitest";
import { assumeRole } from "#core/methods/assume-role/index.ts";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { ACCOUNT_A, BUCKET, location } from "#core/parameters/running-example.ts";
import { openSharing, runningExample, type Sharing } from "#core/render/testing/sharing.ts";
import { freshState, type Grant } from "#core/render/testing/world.ts";

const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

const SCRIPT = "account-b/verify.sh";

const READ: readonly Grant[] = [
  { access: "list", prefix: "reports/" },
  { access: "read", prefix: "reports/" },
];

function sharing(method: Method, grants: readonly Grant[], draft?: Draft): Sharing {
  const state = freshState();
  const app = state.callers["b-app"];
  if (app !== undefined) app.grants = [...grants];
  state.roles["AcmeShareReader"] = {
    arn: `arn:aws:iam::${ACCOUNT_A}:role/AcmeShareReader`,
    trust: "{}",
    seconds: 3600,
    grants: [...grants],
    externalId: "acme-7f3c9b52",
  };
  const world = openSharing(method, state, draft);
  worlds.push(world);
  return world;
}

function withAccess(...access: readonly string[]): Draft {
  const draft = runningExample("bucket-policy");
  return { ...draft, owner: { ...draft.owner, locations: [location("reports/", access)] } };
}

const lines = (output: string): readonly string[] =>
  output.split("\n").filter((line) => /^(?:PASS|FAIL|NOT SHOWN) /.test(line));

describe("verify.sh", () => {
  it("passes every line when exactly what was agreed is granted", async () => {
    const world = sharing(bucketPolicy, READ);
    const { status, output } = await world.run(SCRIPT);
    expect(status, output).toBe(0);
    expect(lines(output).length).toBeGreaterThan(6);
    expect(lines(output).filter((line) => !line.startsWith("PASS "))).toEqual([]);
    expect(output).toContain(`PASS  ${BUCKET}/reports/ can be read`);
    expect(output).toContain(`PASS  ${BUCKET}/reports/ cannot be written to`);
    expect(world.state().buckets[BUCKET]?.objects).toEqual(freshState().buckets[BUCKET]?.objects);
  });

  it("fails the granted ones before anything is applied, and says what AWS answered", async () => {
    const { status, output } = await sharing(bucketPolicy, []).run(SCRIPT);
    expect(status).toBe(1);
    expect(output).toContain(`FAIL  ${BUCKET}/reports/ can be listed\n      Denied:`);
    expect(output).toContain("AccessDenied");
    expect(output).toContain(`PASS  ${BUCKET}/reports/ cannot be deleted from`);
    expect(output).toContain("wait a minute");
  });

  it("fails what is granted beyond the agreement, and stores nothing while finding out", async () => {
    const everything = ["list", "read", "write", "delete"].map((access) => ({
      access,
      prefix: "",
    }));
    const world = sharing(bucketPolicy, everything);
    const { status, output } = await world.run(SCRIPT);
    expect(status).toBe(1);
    expect(output).toContain(
      `FAIL  ${BUCKET}/reports/ cannot be written to\n      It was allowed.`,
    );
    expect(output).toContain(
      `FAIL  ${BUCKET}/reports/ cannot be deleted from\n      It was allowed.`,
    );
    expect(world.state().buckets[BUCKET]?.objects).toEqual(freshState().buckets[BUCKET]?.objects);
  });

  it("takes no other error for a denial", async () => {
    const world = sharing(bucketPolicy, READ);
    world.change((state) => {
      state.faults = [
        {
          operation: "s3api put-object",
          times: 99,
          code: "PermanentRedirect",
          message: "Use the endpoint.",
        },
      ];
    });
    const { status, output } = await world.run(SCRIPT);
    expect(status).toBe(1);
    expect(output).toContain("cannot be written to\n      Could not tell:");
    expect(output).toContain("PermanentRedirect");
  });

  it("writes only where nothing is, and deletes only what it has written", async () => {
    const grants = ["list", "read", "write", "delete"].map((access) => ({
      access,
      prefix: "reports/",
    }));
    const world = sharing(bucketPolicy, grants, withAccess("list", "read", "write", "delete"));
    const { status, output } = await world.run(SCRIPT);
    expect(status, output).toBe(0);
    expect(world.state().buckets[BUCKET]?.objects).toEqual(freshState().buckets[BUCKET]?.objects);
    const puts = world.state().calls.filter(({ operation }) => operation === "s3api put-object");
    expect(puts.length).toBeGreaterThan(0);
    for (const { args } of puts) {
      expect(args["--if-none-match"] === "*" || args["--content-md5"] !== undefined).toBe(true);
    }
  });

  it("says what it leaves behind when it may not delete, and does not overwrite it the next time", async () => {
    const grants = ["list", "read", "write"].map((access) => ({ access, prefix: "reports/" }));
    const world = sharing(bucketPolicy, grants, withAccess("list", "read", "write"));
    const { status, output } = await world.run(SCRIPT);
    expect(status, output).toBe(0);
    expect(output).toMatch(
      /still there.*\n {2}s3:\/\/acme-share-data\/reports\/s3-handshake-verify/,
    );
    const again = await world.run(SCRIPT);
    expect(again.status, again.output).toBe(0);
    expect(again.output).not.toContain("still there");
  });

  it("does not claim to have read where there is nothing to read", async () => {
    const world = sharing(bucketPolicy, READ);
    world.change((state) => {
      const bucket = state.buckets[BUCKET];
      if (bucket !== undefined) bucket.objects = {};
    });
    const { status, output } = await world.run(SCRIPT);
    expect(status).toBe(3);
    expect(output).toContain(`NOT SHOWN  ${BUCKET}/reports/ can be read`);
    expect(output).toContain(`--object s3://${BUCKET}/reports/KEY`);
  });

  it("reads the object that --object names where listing is not granted", async () => {
    const world = sharing(bucketPolicy, READ.slice(1), withAccess("read"));
    expect(await world.run(SCRIPT)).toMatchObject({ status: 3 });
    const named = await world.run(SCRIPT, ["--object", `s3://${BUCKET}/reports/2026/01.csv`]);
    expect(named.status, named.output).toBe(0);
    const missing = await world.run(SCRIPT, ["--object", `s3://${BUCKET}/reports/none.csv`]);
    expect(missing.status, missing.output).toBe(3);
  });

  it("goes through the role, and keeps its credentials out of every file", async () => {
    const world = sharing(assumeRole, READ);
    const { status, output } = await world.run(SCRIPT);
    expect(status, output).toBe(0);
    expect(output).toContain("PASS  AcmeShareReader cannot be assumed without the external ID");
    expect(output).toContain("PASS  role AcmeShareReader can be assumed");
    expect(output).not.toMatch(/secret|ASIA|token==/);
    const probes = world.state().calls.filter(({ operation }) => operation.startsWith("s3api"));
    expect(probes.length).toBeGreaterThan(6);
    for (const { caller, words } of probes) {
      expect(caller).toContain(`:sts::${ACCOUNT_A}:assumed-role/AcmeShareReader/`);
      expect(words.join(" ")).not.toMatch(/secret|ASIA|token==/);
    }
    expect(world.written().filter((operation) => !operation.startsWith("s3api"))).toEqual([]);
  });

  it("stops at the role when it cannot be assumed", async () => {
    const world = sharing(assumeRole, READ);
    world.change((state) => {
      delete state.roles["AcmeShareReader"];
    });
    const { status, output } = await world.run(SCRIPT);
    expect(status).toBe(1);
    expect(output).toContain("FAIL  role AcmeShareReader can be assumed");
    expect(world.state().calls.some(({ operation }) => operation.startsWith("s3api"))).toBe(false);
  });

  it("asks for the MFA code that the trust policy wants, and hands it on", async () => {
    const draft = runningExample("assume-role");
    const world = sharing(assumeRole, READ, {
      ...draft,
      guardrails: { ...draft.guardrails, mfa: true },
      settings: { ...draft.settings, mfaSerial: "arn:aws:iam::444455556666:mfa/alice" },
    });
    world.change((state) => {
      const role = state.roles["AcmeShareReader"];
      if (role !== undefined) role.mfaCode = "246810";
    });
    const right = await world.run(SCRIPT, [], { S3_HANDSHAKE_MFA_CODE: "246810" });
    expect(right.status, right.output).toBe(0);
    const wrong = await world.run(SCRIPT, [], { S3_HANDSHAKE_MFA_CODE: "000000" });
    expect(wrong.status).toBe(1);
    expect(wrong.output).toContain("MultiFactorAuthentication failed");
    const none = await world.run(SCRIPT);
    expect(none.status).toBe(1);
    expect(none.output).toContain("No MFA code was given");
  });

  it("stops with account A's credentials", async () => {
    const world = sharing(bucketPolicy, READ);
    world.change((state) => {
      state.callers["b-app"] = { account: ACCOUNT_A, arn: `arn:aws:iam::${ACCOUNT_A}:user/admin` };
    });
    const { status, output } = await world.run(SCRIPT);
    expect(status).toBe(1);
    expect(output).toContain("That is Account A · owner");
  });
});
