import { tmpdir } from "node:os";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { LOCATION_ROLE } from "#core/methods/access-grants/cases-world.ts";
import { type Aws, ended, spawnIn, startAws } from "./aws.ts";
import { CASES_TO_RECORD, sidesToApply } from "./cases-to-run.ts";
import { count } from "./figures.ts";
import { lackingDocuments } from "./lacking.ts";
import { roundTrip } from "./round-trip.ts";
import { openBundle, type SharedBundle } from "./shared-bundle.ts";

let aws: Aws;
const open: SharedBundle[] = [];

beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.stop());
afterEach(() => {
  for (const shared of open.splice(0)) shared.close();
});

it("most of what moto lacks is recorded", () => {
  expect(CASES_TO_RECORD.length).toBeGreaterThan(2);
});

type Kept = Readonly<Record<string, { readonly policy?: string }>>;

/** Parsed, checked and answered by the CLI's code and models, but kept by a recorder and not by moto. */
it.each(CASES_TO_RECORD)("apply, again and undo are recorded: $name", async ({ prepared }) => {
  const shared = await openBundle(aws, prepared.method, prepared.draft, {
    environment: { S3_HANDSHAKE_RECORD: "1" },
    sides: sidesToApply,
  });
  open.push(shared);
  const { scripts, applied } = await roundTrip(aws, shared);
  const kept = Object.values(applied.recorded).flatMap((entries) => Object.values(entries as Kept));
  const holds = [...kept, ...kept.map(({ policy }) => policy && JSON.parse(policy))];
  expect(holds).not.toEqual([]);
  for (const document of lackingDocuments(prepared))
    expect(holds, document).toContainEqual(expect.objectContaining(shared.document(document)));
  count("scripts recorded", prepared.method.id, scripts);
});

/** Grants and locations that others have: neither apply made them, nor may undo take them away. */
it("undo leaves a location that others have a grant in, and ends all else", async () => {
  const found = CASES_TO_RECORD.find(({ name }) => name === "access-grants/running-example");
  if (found === undefined) throw new Error("There is no running example of S3 Access Grants.");
  const { method, draft } = found.prepared;
  const recording = { S3_HANDSHAKE_RECORD: "1" };
  const shared = await openBundle(aws, method, draft, {
    environment: recording,
    sides: sidesToApply,
  });
  open.push(shared);
  const before = await aws.state();
  for (const side of shared.order)
    expect(await shared.run(side, "apply")).toMatchObject({ status: 0 });
  const cli = async (...words: readonly string[]) => {
    const all = ["s3control", ...words, "--account-id", "111122223333", "--profile", "a-admin"];
    const environment = { ...aws.environment, ...recording };
    const run = await ended(spawnIn("aws", [...all, "--output", "text"], tmpdir(), environment));
    expect(run.status, run.output).toBe(0);
    return run.output.trim();
  };
  const location = await cli(
    "list-access-grants-locations",
    "--query",
    "AccessGrantsLocationsList[0].AccessGrantsLocationId",
  );
  const theirs = await cli(
    "create-access-grant",
    "--access-grants-location-id",
    location,
    "--access-grants-location-configuration",
    "S3SubPrefix=other/*",
    "--permission",
    "READ",
    "--grantee",
    "GranteeType=IAM,GranteeIdentifier=arn:aws:iam::777788889999:role/other",
    "--query",
    "AccessGrantId",
  );
  const applied = await aws.state();
  for (const side of shared.order.toReversed()) {
    const run = await shared.run(side, "undo");
    expect(run.status, run.output).toBe(0);
    if (side === "owner") expect(run.output).toContain("Left in place, because others use it:");
  }
  const left = await aws.state();
  expect(applied.roles[LOCATION_ROLE]).toBeDefined();
  expect({ roles: left.roles[LOCATION_ROLE], locations: left.recorded["locations"] }).toEqual({
    roles: applied.roles[LOCATION_ROLE],
    locations: applied.recorded["locations"],
  });
  expect(Object.keys(left.recorded["grants"] ?? {})).toEqual([theirs]);
  await cli("delete-access-grant", "--access-grant-id", theirs);
  for (const side of shared.order.toReversed())
    expect(await shared.run(side, "undo")).toMatchObject({ status: 0 });
  expect(await aws.state()).toEqual(before);
});
