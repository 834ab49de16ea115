import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Aws, startAws } from "./aws.ts";
import { CASES_TO_RECORD, sidesToApply } from "./cases-to-run.ts";
import { count } from "./figures.ts";
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

/** Parsed, checked and answered by the CLI's code and models, but kept by a recorder and not by moto. */
it.each(CASES_TO_RECORD)("apply, again and undo are recorded: $name", async ({ prepared }) => {
  const shared = await openBundle(aws, prepared.method, prepared.draft, {
    environment: { S3_HANDSHAKE_RECORD: "1" },
    sides: sidesToApply,
  });
  open.push(shared);
  const { scripts, applied } = await roundTrip(aws, shared);
  expect(applied.recorded).not.toEqual({});
  count("scripts recorded", prepared.method.id, scripts);
});
