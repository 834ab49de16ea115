import { afterEach, expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { ACCOUNT_A, exampleDraft } from "#core/parameters/running-example.ts";
import { openSharing, type Sharing } from "#core/render/testing/sharing.ts";
import { type AwsState, freshState, PROFILES } from "#core/render/testing/world.ts";

const KEYS = ["AKIAEXAMPLE000000001", "AKIAEXAMPLE000000002"];
const NAME = "vendor-acme";
const worlds: Sharing[] = [];

afterEach(() => {
  for (const world of worlds.splice(0)) world.close();
});

function sharing(state: AwsState = freshState()): Sharing {
  const method = findMethod("iam-user") as Method;
  const example = exampleDraft(method.id, {
    owner: PROFILES.owner,
    guardrails: { sourceCidrs: ["203.0.113.0/24"], validUntil: "2027-01-31" },
    settings: { userName: NAME, userPath: "/vendors/" },
  });
  const world = openSharing(method, state, { ...example, consumer: { appProfile: "vendor" } });
  worlds.push(world);
  return world;
}

it("creates the user and its policy, and leaves the key to a person", async () => {
  const world = sharing();
  const run = await world.run("account-a/apply.sh");
  expect(run).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([
    "iam create-user",
    "iam create-policy",
    "iam attach-user-policy",
  ]);
  expect(run.output).toContain("Create the access key of vendor-acme yourself");
  expect(world.state().users[NAME]?.tags).toEqual([
    { Key: "Purpose", Value: "s3-share" },
    { Key: "Expires", Value: "2027-01-31" },
  ]);
  const again = await world.run("account-a/apply.sh");
  expect(again).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([]);
});

it("does not touch a user that is there already", async () => {
  const state = freshState();
  state.users[NAME] = { arn: `arn:aws:iam::${ACCOUNT_A}:user/vendors/${NAME}`, keys: [...KEYS] };
  const world = sharing(state);
  const run = await world.run("account-a/apply.sh");
  expect(run.status).toBe(1);
  expect(run.output).toContain("The user is there already");
  await world.run("account-a/undo.sh");
  expect(world.written()).toEqual([]);
  expect(world.state().users[NAME]?.keys).toEqual(KEYS);
});

it("takes everything back in the order that IAM accepts", async () => {
  const world = sharing();
  await world.run("account-a/apply.sh");
  world.change((state) => {
    const user = state.users[NAME];
    if (user !== undefined) user.keys = [...KEYS];
  });
  world.written();
  const run = await world.run("account-a/undo.sh");
  expect(run).toMatchObject({ status: 0 });
  expect(world.written()).toEqual([
    "iam delete-access-key",
    "iam delete-access-key",
    "iam detach-user-policy",
    "iam delete-policy",
    "iam delete-user",
  ]);
  expect(world.state().users).toEqual({});
});
