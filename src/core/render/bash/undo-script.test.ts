import { afterEach, describe, expect, it } from "vitest";
import { assumeRole } from "#core/methods/assume-role/index.ts";
import { bucketPolicy } from "#core/methods/bucket-policy/index.ts";
import type { Method } from "#core/methods/method.ts";
import { exampleDraft, KEY_ARN, ROLE_ARN } from "#core/parameters/running-example.ts";
import {
  bucketPolicyOf,
  OTHER_POLICY,
  OTHER_STATEMENT,
  openSharing,
  runningExample,
  type Sharing,
  setBucketPolicy,
} from "#core/render/testing/sharing.ts";
import { type AwsState, freshState, KEY_POLICY, PROFILES } from "#core/render/testing/world.ts";

const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

function sharing(method: Method, state?: AwsState, draft = runningExample(method.id)) {
  const world = openSharing(method, state, draft);
  worlds.push(world);
  return world;
}

const unchanging = (state: AwsState) => ({ ...state, calls: [], sessions: {} });

async function done(world: Sharing, script: string, args: readonly string[] = []): Promise<string> {
  const { status, output } = await world.run(script, args);
  expect(status, output).toBe(0);
  return output;
}

describe("undo.sh", () => {
  it.each([bucketPolicy, assumeRole])(
    "brings back exactly what was there ($id)",
    async (method) => {
      const world = sharing(method);
      const before = unchanging(world.state());
      await done(world, "account-a/apply.sh");
      await done(world, "account-b/apply.sh");
      expect(unchanging(world.state())).not.toEqual(before);
      await done(world, "account-b/undo.sh");
      await done(world, "account-a/undo.sh");
      expect(world.state().roles["analytics-app"]).toEqual({
        ...before.roles["analytics-app"],
        ...(method === bucketPolicy || method === assumeRole ? { inline: {} } : {}),
      });
      expect({ ...unchanging(world.state()), roles: {} }).toEqual({ ...before, roles: {} });
      world.written();
      await done(world, "account-b/undo.sh");
      await done(world, "account-a/undo.sh");
      expect(world.written()).toEqual([]);
    },
  );

  it("takes a role's policies away before the role", async () => {
    const world = sharing(assumeRole);
    await done(world, "account-a/apply.sh");
    world.written();
    await done(world, "account-a/undo.sh");
    expect(world.written()).toEqual(["iam delete-role-policy", "iam delete-role"]);
  });

  it("puts the policy back that was merged into", async () => {
    const state = setBucketPolicy(freshState(), OTHER_POLICY);
    const world = sharing(bucketPolicy, state);
    await done(world, "account-a/apply.sh", ["--merge"]);
    await done(world, "account-a/undo.sh");
    expect(bucketPolicyOf(world.state())).toEqual(OTHER_POLICY);
    expect(world.state().keys[KEY_ARN]?.policy).toBe(KEY_POLICY);
  });

  it("shows in a dry run what it would do, and does nothing", async () => {
    const world = sharing(bucketPolicy);
    await done(world, "account-a/apply.sh");
    world.written();
    const output = await done(world, "account-a/undo.sh", ["--dry-run"]);
    expect(output).toContain("Would run: aws s3api delete-bucket-policy");
    expect(output).toContain("Would run: aws kms put-key-policy");
    expect(world.written()).toEqual([]);
    await done(world, "account-a/undo.sh");
    expect(world.written()).toEqual(["kms put-key-policy", "s3api delete-bucket-policy"]);
  });

  it("removes only its own statements when others have come in since", async () => {
    const world = sharing(bucketPolicy);
    await done(world, "account-a/apply.sh");
    const ours = world.document("bucket-policy");
    world.change((state) =>
      setBucketPolicy(state, { ...ours, Statement: [OTHER_STATEMENT, ...ours.Statement] }),
    );
    const output = await done(world, "account-a/undo.sh");
    expect(output).toContain("our statements removed, all others kept");
    expect(bucketPolicyOf(world.state())).toEqual({ ...ours, Statement: [OTHER_STATEMENT] });
  });

  it("stops where one of its statements was changed since, and says why", async () => {
    const world = sharing(bucketPolicy);
    await done(world, "account-a/apply.sh");
    const ours = world.document("bucket-policy");
    const changed = {
      ...ours,
      Statement: ours.Statement.map((one, index) =>
        index === 0 ? { ...one, Principal: { AWS: "arn:aws:iam::777788889999:root" } } : one,
      ),
    };
    world.change((state) => setBucketPolicy(state, changed));
    const { status, output } = await world.run("account-a/undo.sh");
    expect(status).toBe(1);
    expect(output).toContain("were changed since");
    expect(bucketPolicyOf(world.state())).toEqual(changed);
  });

  it("keeps statements that were there before, although they are like its own", async () => {
    const state = freshState();
    const probe = sharing(bucketPolicy, state);
    const ours = probe.document("bucket-policy");
    const before = { Version: "2012-10-17", Statement: [ours.Statement[0], OTHER_STATEMENT] };
    const world = sharing(bucketPolicy, setBucketPolicy(freshState(), before));
    await done(world, "account-a/apply.sh", ["--merge"]);
    const merged = bucketPolicyOf(world.state()) as typeof before;
    const later = { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Sid: "Later" };
    world.change((now) =>
      setBucketPolicy(now, { ...merged, Statement: [...merged.Statement, later] }),
    );
    await done(world, "account-a/undo.sh");
    const left = bucketPolicyOf(world.state()) as typeof before;
    expect(left.Statement).toHaveLength(3);
    expect(left.Statement).toEqual(
      expect.arrayContaining([ours.Statement[0], OTHER_STATEMENT, later]),
    );
  });

  it("leaves alone what apply found in place", async () => {
    const state = freshState();
    const ours = sharing(bucketPolicy).document("bucket-policy");
    const world = sharing(bucketPolicy, setBucketPolicy(state, ours));
    await done(world, "account-a/apply.sh");
    const output = await done(world, "account-a/undo.sh");
    expect(output).toContain("Left as it is");
    expect(bucketPolicyOf(world.state())).toEqual(ours);
    await done(world, "account-a/undo.sh", ["--without-record"]);
    expect(bucketPolicyOf(world.state())).toBeUndefined();
  });

  it("takes back one run only, and knows no other folder", async () => {
    const world = sharing(bucketPolicy);
    const refused = await world.run("account-a/undo.sh", ["--only", "../account-b"]);
    expect(refused.status).toBe(2);
    expect(refused.output).toContain("There is no backup folder ../account-b");
    expect(world.state().calls).toEqual([]);
  });

  it("leaves an inline policy that was changed since, and stops", async () => {
    const world = sharing(bucketPolicy);
    await done(world, "account-b/apply.sh");
    const other = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    world.change((state) => {
      const { inline } = state.roles["analytics-app"] ?? {};
      for (const name of Object.keys(inline ?? {})) if (inline) inline[name] = other;
    });
    const { status, output } = await world.run("account-b/undo.sh");
    expect(status).toBe(1);
    expect(output).toContain("It was changed since");
    expect(Object.values(world.state().roles["analytics-app"]?.inline ?? {})).toEqual([other]);
  });

  it("puts back an inline policy that apply replaced", async () => {
    const world = sharing(bucketPolicy);
    await done(world, "account-b/apply.sh");
    const name = Object.keys(world.state().roles["analytics-app"]?.inline ?? {})[0] ?? "";
    const old = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    const again = sharing(bucketPolicy);
    again.change((state) => {
      state.roles["analytics-app"] = {
        arn: ROLE_ARN,
        trust: "{}",
        seconds: 3600,
        inline: { [name]: old },
      };
    });
    const stopped = await again.run("account-b/apply.sh");
    expect(stopped.status).toBe(1);
    expect(stopped.output).toContain("--replace");
    await done(again, "account-b/apply.sh", ["--replace"]);
    await done(again, "account-b/undo.sh");
    const { inline = {} } = again.state().roles["analytics-app"] ?? {};
    expect(Object.keys(inline)).toEqual([name]);
    expect(JSON.parse(inline[name] ?? "")).toEqual(JSON.parse(old));
  });

  it("creates, attaches, detaches and deletes a managed policy, and tells what is to be done by hand", async () => {
    const draft = exampleDraft("bucket-policy", {
      consumer: { ...PROFILES.consumer, principals: ["arn:aws:iam::444455556666:root"] },
      owner: PROFILES.owner,
    });
    const world = sharing(bucketPolicy, undefined, draft);
    const output = await done(world, "account-b/apply.sh");
    expect(output).toContain("BY HAND:");
    expect(output).toContain("To be done by hand:");
    const [arn = ""] = Object.keys(world.state().policies);
    expect(arn).toMatch(/^arn:aws:iam::444455556666:policy\//);
    await done(world, "account-b/apply.sh");
    world.change((state) => {
      state.roles["analytics-app"] = { arn: ROLE_ARN, trust: "{}", seconds: 3600, attached: [arn] };
    });
    const left = await done(world, "account-b/undo.sh");
    expect(left).toContain("Left in place: still used by role analytics-app.");
    expect(Object.keys(world.state().policies)).toEqual([arn]);
    world.change((state) => {
      state.roles["analytics-app"] = { arn: ROLE_ARN, trust: "{}", seconds: 3600 };
    });
    await done(world, "account-b/undo.sh");
    expect(world.state().policies).toEqual({});
  });

  it("does not touch a role that trusts somebody else", async () => {
    const world = sharing(assumeRole);
    await done(world, "account-a/apply.sh");
    const [name = ""] = Object.keys(world.state().roles).filter((role) => role !== "analytics-app");
    const theirs = JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole" }],
    });
    const other = sharing(assumeRole);
    other.change((state) => {
      const role = world.state().roles[name];
      if (role !== undefined) state.roles[name] = { ...role, trust: theirs, inline: {} };
    });
    const { status, output } = await other.run("account-a/apply.sh");
    expect(status).toBe(1);
    expect(output).toContain("trusts someone else");
    expect(other.written()).toEqual([]);
    await done(other, "account-a/apply.sh", ["--replace"]);
    expect(other.written()).toEqual(["iam update-assume-role-policy", "iam put-role-policy"]);
    await done(other, "account-a/undo.sh");
    expect(JSON.parse(other.state().roles[name]?.trust ?? "")).toEqual(JSON.parse(theirs));
  });
});
