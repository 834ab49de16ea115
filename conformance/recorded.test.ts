import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Aws, startAws } from "./aws.ts";
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
