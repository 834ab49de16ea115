import { expect, it, vi } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { bundle } from "#core/render/bundle.ts";
import {
  bucketPolicyOf,
  LINK,
  OTHER_POLICY,
  runningExample,
  setBucketPolicy,
} from "#core/render/testing/sharing.ts";
import { freshState, openWorld } from "#core/render/testing/world.ts";
import { withExisting } from "./with-existing.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

it("the scripts of a merged bundle put exactly what was reviewed, and take it back", async () => {
  const method = METHODS.find(({ id }) => id === "bucket-policy");
  if (method === undefined) throw new Error("no method");
  const there = JSON.stringify(OTHER_POLICY, null, 2);
  const { prepared } = withExisting(
    method.prepare(runningExample(method.id)),
    new Map([["bucket-policy-acme-share-data", there]]),
  );
  const made = bundle(prepared, { link: LINK, edits: new Map() });
  if (!made.ok) throw new Error(made.message);
  const world = openWorld(made.value.files, setBucketPolicy(freshState(), OTHER_POLICY));
  try {
    const applied = await world.run("account-a/apply.sh", ["--merge"]);
    expect(applied.status, applied.output).toBe(0);
    const reviewed = made.value.files.get("account-a/01-bucket-policy-acme-share-data.json") ?? "";
    expect(bucketPolicyOf(world.state())).toEqual(JSON.parse(reviewed));
    const again = await world.run("account-a/apply.sh", []);
    expect(again.output).toMatch(/Nothing had to be changed/);
    const undone = await world.run("account-a/undo.sh", []);
    expect(undone.status, undone.output).toBe(0);
    expect(bucketPolicyOf(world.state())).toEqual(OTHER_POLICY);
  } finally {
    world.close();
  }
});
