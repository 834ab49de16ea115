import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { type Aws, startAws } from "./aws.ts";
import { CASES_TO_RUN, isExample, notRun } from "./cases-to-run.ts";
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

it.each(METHODS)(
  "the running example of $id is run, as far as moto has what it needs",
  ({ id }) => {
    for (const told of notRun(id)) count("not run", told, 1);
    const examples = CASES_TO_RUN.filter(isExample).map(({ prepared }) => prepared.method.id);
    expect(examples.includes(id) || notRun(id).length > 0).toBe(true);
  },
);

it.each(CASES_TO_RUN)("apply, find nothing more to do, and undo: $name", async ({ prepared }) => {
  const { id } = prepared.method;
  const shared = await openBundle(aws, prepared.method, prepared.draft);
  open.push(shared);
  const { scripts, comparisons } = await roundTrip(aws, shared);
  expect(comparisons).toBeGreaterThan(3);
  count("scripts run", id, scripts);
  count("state comparisons", id, comparisons);
});
