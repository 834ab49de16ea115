import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Side } from "#core/side.ts";
import { type Aws, type Run, startAws } from "./aws.ts";
import { casesToRun, isExample, notRun } from "./cases-to-run.ts";
import { count } from "./figures.ts";
import { readBack } from "./read-back.ts";
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

async function done(run: Promise<Run>): Promise<string> {
  const { status, output } = await run;
  expect(status, output).toBe(0);
  return output;
}

/** Requests that moto does not know would be errors that a script could take for an answer. */
async function changes(): Promise<readonly string[]> {
  const seen = await aws.seen();
  expect(
    seen.filter(({ unimplemented }) => unimplemented).map(({ operation }) => operation),
  ).toEqual([]);
  return seen.filter(({ writes }) => writes).map(({ operation }) => operation);
}

const NOTHING = expect.stringContaining("Nothing had to be changed.");

describe.each(METHODS)("scripts of $id", ({ id }) => {
  const cases = casesToRun(id);

  it("are run for the running example, as far as moto has what they need", () => {
    for (const told of notRun(id)) count("not run", told, 1);
    expect(cases.some(isExample) || notRun(id).length > 0).toBe(true);
  });

  it.each(cases)("apply, find nothing more to do, and undo: $name", async ({ prepared }) => {
    const shared = await openBundle(aws, prepared.method, prepared.draft);
    open.push(shared);
    let scripts = 0;
    const run = (side: Side, kind: string): Promise<string> => {
      scripts += 1;
      return done(shared.run(side, kind));
    };
    const before = await aws.state();
    for (const side of shared.order) await run(side, "apply");
    expect(await changes()).not.toEqual([]);
    const comparisons = await readBack(aws, shared);
    expect(comparisons.length).toBeGreaterThan(0);
    for (const { what, found, wanted } of comparisons) expect(found, what).toEqual(wanted);
    const applied = await aws.state();
    await aws.seen();
    for (const side of shared.order) expect(await run(side, "apply")).toEqual(NOTHING);
    expect(await changes()).toEqual([]);
    expect(await aws.state()).toEqual(applied);
    for (const side of shared.order.toReversed()) await run(side, "undo");
    expect(await aws.state()).toEqual(before);
    await changes();
    for (const side of shared.order.toReversed()) expect(await run(side, "undo")).toEqual(NOTHING);
    expect(await changes()).toEqual([]);
    count("scripts run", id, scripts);
    count("state comparisons", id, comparisons.length + 3);
  });
});
