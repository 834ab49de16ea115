import { afterEach, expect, it, vi } from "vitest";
import { assumeRole } from "#core/methods/assume-role/index.ts";
import { openSharing, type Sharing } from "#core/render/testing/sharing.ts";
import { type AwsState, freshState } from "#core/render/testing/world.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

const ROLE = "AcmeShareReader";
const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

function opened(state: AwsState): Sharing {
  const world = openSharing(assumeRole, state);
  worlds.push(world);
  return world;
}

/** The role as the bundle makes it, and another copy of the bundle that has no record of it. */
async function copyWithoutRecord(change: (state: AwsState) => void = () => {}): Promise<Sharing> {
  const first = opened(freshState());
  expect(await first.run("account-a/apply.sh")).toMatchObject({ status: 0 });
  const state = first.state();
  change(state);
  const copy = opened(state);
  copy.written();
  return copy;
}

async function undone(world: Sharing, ...args: readonly string[]): Promise<string> {
  const { status, output } = await world.run("account-a/undo.sh", args);
  expect(status, output).toBe(0);
  return output;
}

it("leaves a role that it has no record of, and says how it goes all the same", async () => {
  const copy = await copyWithoutRecord();
  const output = await undone(copy);
  expect(output).toContain("this folder has no backup that says that apply put it there");
  expect(output).toContain("--without-record");
  expect(copy.written()).toEqual([]);
});

it("deletes the role and its policy with --without-record, when both are the bundle's to the letter", async () => {
  const copy = await copyWithoutRecord();
  const dry = await undone(copy, "--without-record", "--dry-run");
  expect(dry).toContain("Would run: aws iam delete-role-policy");
  expect(dry).toContain(`Would run: aws iam delete-role --role-name ${ROLE}`);
  expect(copy.written()).toEqual([]);
  await undone(copy, "--without-record");
  expect(copy.written()).toEqual(["iam delete-role-policy", "iam delete-role"]);
  expect(copy.state().roles[ROLE]).toBeUndefined();
});

it("leaves a role that trusts somebody else, even with --without-record", async () => {
  const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: "777788889999" }, Action: "sts:AssumeRole" }],
  });
  const copy = await copyWithoutRecord((state) => {
    const role = state.roles[ROLE];
    if (role !== undefined) role.trust = trust;
  });
  const output = await undone(copy, "--without-record");
  expect(output).toContain("Left as it is");
  expect(copy.state().roles[ROLE]?.trust).toBe(trust);
});

it("leaves a role that others use, and ends without an error", async () => {
  const theirs = "arn:aws:iam::111122223333:policy/Theirs";
  const copy = await copyWithoutRecord((state) => {
    const role = state.roles[ROLE];
    if (role !== undefined) role.attached = [theirs];
  });
  const output = await undone(copy, "--without-record");
  expect(output).toContain(`role ${ROLE}: still used by attached policy ${theirs}.`);
  expect(copy.written()).toEqual(["iam delete-role-policy"]);
});
