import { describe, expect } from "vitest";
import { LOCATION_ROLE } from "#core/methods/access-grants/cases-world.ts";
import { CASES_TO_RECORD, EXAMPLES, recordedInstead, sidesToApply } from "./cases-to-run.ts";
import { count, tell } from "./figures.ts";
import { test } from "./fixture.ts";
import { lackingDocuments } from "./lacking.ts";
import { roundTrip } from "./round-trip.ts";
import { ADMINS } from "./shared-bundle.ts";

type Kept = Readonly<Record<string, { readonly policy?: string }>>;

/** Parsed, checked and answered by the CLI's code and models, but kept by a recorder and not by moto. */
describe("bundles that moto lacks something for", () => {
  test("are told", () => {
    for (const told of EXAMPLES.flatMap(recordedInstead)) tell(`Recorded, not run: ${told}`);
    expect(CASES_TO_RECORD.length).toBeGreaterThan(2);
  });

  test.for(CASES_TO_RECORD)(
    "apply, again and undo are recorded: $name",
    async ({ prepared }, { aws, open }) => {
      const { id } = prepared.method;
      const shared = await open(prepared.method, prepared.draft, {
        isRecorded: true,
        sides: sidesToApply,
      });
      const { scripts, comparisons, applied } = await roundTrip(aws, shared);
      const kept = Object.values(applied.recorded).flatMap((one) => Object.values(one as Kept));
      const holds = [...kept, ...kept.map(({ policy }) => policy && JSON.parse(policy))];
      expect(holds).not.toEqual([]);
      const documents = lackingDocuments(prepared);
      for (const document of documents)
        expect(holds, document).toContainEqual(expect.objectContaining(shared.document(document)));
      count("scripts recorded", id, scripts);
      count("state comparisons", id, comparisons + documents.length);
    },
  );

  /** Grants and locations that others have: neither apply made them, nor may undo take them away. */
  test("keep a location that others have a grant in, and end all else, when undone", async ({
    aws,
    open,
  }) => {
    const found = CASES_TO_RECORD.find(({ name }) => name === "access-grants/running-example");
    if (found === undefined) throw new Error("There is no running example of S3 Access Grants.");
    const { method, draft, agreement } = found.prepared;
    const shared = await open(method, draft, { isRecorded: true, sides: sidesToApply });
    const before = await aws.state();
    for (const side of shared.order)
      expect(await shared.run(side, "apply")).toMatchObject({ status: 0 });
    const cli = async (...words: readonly string[]) => {
      const all = ["s3control", ...words, "--account-id", agreement.owner.account];
      const run = await aws.cli(ADMINS.owner, ...all, "--output", "text");
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
    count("faults recorded", method.id, 1);
  });
});
