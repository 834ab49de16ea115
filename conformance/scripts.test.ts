import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect } from "vitest";
import { SIDE_FOLDERS } from "#core/side.ts";
import { CASES_TO_RUN, EXAMPLES } from "./cases-to-run.ts";
import { count } from "./figures.ts";
import { test } from "./fixture.ts";
import { roundTrip } from "./round-trip.ts";

describe("bundles run against moto", () => {
  test.for(CASES_TO_RUN)(
    "apply, find nothing more to do, and undo: $name",
    async ({ prepared }, { aws, open }) => {
      const { id } = prepared.method;
      const shared = await open(prepared.method, prepared.draft);
      const { scripts, comparisons } = await roundTrip(aws, shared);
      expect(comparisons).toBeGreaterThan(3);
      count("scripts run", id, scripts);
      count("state comparisons", id, comparisons);
    },
  );
});

test("a role without a record goes only when asked, and not while others use it", async ({
  aws,
  open,
}) => {
  const found = EXAMPLES.find((one) =>
    one.prepared.documents.some(({ kind }) => kind === "trust-policy"),
  );
  const created = found?.prepared.plan.steps
    .flatMap(({ operations }) => operations)
    .find((operation) => operation.kind === "create-role");
  if (found === undefined || created === undefined) throw new Error("No method creates a role.");
  const shared = await open(found.prepared.method, found.prepared.draft);
  const done = async (...args: readonly string[]) => {
    const { status, output } = await shared.run("owner", "undo", ...args);
    expect(status, output).toBe(0);
    return output;
  };
  const name = "web";
  const profile = ["--instance-profile-name", name, "--role-name", created.roleName];
  const before = await aws.state();
  expect(await shared.run("owner", "apply")).toMatchObject({ status: 0 });
  const folder = join(shared.folder, SIDE_FOLDERS.owner);
  for (const one of readdirSync(folder).filter((entry) => entry.startsWith("backup-")))
    rmSync(join(folder, one), { recursive: true });
  const applied = await aws.state();
  expect(await done()).toContain("Nothing had to be changed.");
  expect(await aws.state()).toEqual(applied);
  const cli = async (...words: readonly string[]) =>
    expect(await aws.cli("a-admin", "iam", ...words)).toMatchObject({ status: 0 });
  await cli("create-instance-profile", "--instance-profile-name", name);
  await cli("add-role-to-instance-profile", ...profile);
  expect(await done("--without-record")).toContain("still used by instance profile web.");
  expect((await aws.state()).roles).toHaveProperty([
    `arn:aws:iam::111122223333:role/${created.roleName}`,
  ]);
  await cli("remove-role-from-instance-profile", ...profile);
  await cli("delete-instance-profile", "--instance-profile-name", name);
  await done("--without-record");
  expect(await aws.state()).toEqual(before);
});
