import { expect } from "vitest";
import type { Side } from "#core/side.ts";
import type { Aws, Run, State } from "./aws.ts";
import { readBack } from "./read-back.ts";
import type { SharedBundle } from "./shared-bundle.ts";

interface RoundTrip {
  readonly scripts: number;
  readonly comparisons: number;
  /** What was there once all was applied. */
  readonly applied: State;
}

const NOTHING = expect.stringContaining("Nothing had to be changed.");

/** Apply, again, undo, again: what was put in place is what was agreed, and afterwards all is as before. */
export async function roundTrip(aws: Aws, shared: SharedBundle): Promise<RoundTrip> {
  let scripts = 0;
  const run = (side: Side, kind: string): Promise<string> => {
    scripts += 1;
    return done(shared.run(side, kind));
  };
  const before = await aws.state();
  for (const side of shared.order) await run(side, "apply");
  expect(await changes(aws)).not.toEqual([]);
  const comparisons = await readBack(aws, shared);
  for (const { what, found, wanted } of comparisons) expect(found, what).toEqual(wanted);
  const applied = await aws.state();
  await aws.seen();
  for (const side of shared.order) expect(await run(side, "apply")).toEqual(NOTHING);
  expect(await changes(aws)).toEqual([]);
  expect(await aws.state()).toEqual(applied);
  for (const side of shared.order.toReversed()) await run(side, "undo");
  expect(await aws.state()).toEqual(before);
  await changes(aws);
  for (const side of shared.order.toReversed()) expect(await run(side, "undo")).toEqual(NOTHING);
  expect(await changes(aws)).toEqual([]);
  return { scripts, comparisons: comparisons.length + 3, applied };
}

async function done(run: Promise<Run>): Promise<string> {
  const { status, output } = await run;
  expect(status, output).toBe(0);
  return output;
}

async function changes(aws: Aws): Promise<readonly string[]> {
  return (await aws.seen()).filter(({ writes }) => writes).map(({ operation }) => operation);
}
