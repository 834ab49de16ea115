import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { SIDES } from "#core/side.ts";
import { type Aws, startAws } from "./aws.ts";
import { CASES_TO_RUN, isExample } from "./cases-to-run.ts";
import { count } from "./figures.ts";
import { lackingOn } from "./lacking.ts";
import { openBundle } from "./shared-bundle.ts";

let aws: Aws;

beforeAll(async () => {
  aws = await startAws();
});
afterAll(() => aws.stop());

const lines = (output: string, word: string): readonly string[] =>
  output.split("\n").filter((line) => line.startsWith(word));

/**
 * Requests go to moto's S3 and STS; whether a policy allows them is decided by our own evaluator over
 * the documents that moto holds, since moto does not read resource policies.
 */
const VERIFIED = METHODS.flatMap(({ id }) => {
  const example = CASES_TO_RUN.find((one) => isExample(one) && one.prepared.method.id === id);
  if (example === undefined) return [];
  const { prepared } = example;
  if (SIDES.some((side) => lackingOn(prepared, side).length > 0)) return [];
  return SIDES.filter(
    (side) =>
      prepared.plan.steps.some((step) => step.side === side && step.phase === "verify") &&
      lackingOn(prepared, side, ["verify"]).length === 0,
  ).map((side) => ({ id, side, prepared }));
});

it("is run for most methods", () => {
  expect(VERIFIED.length).toBeGreaterThan(2);
});

describe.each(VERIFIED)("verify.sh of $id, $side", ({ id, side, prepared }) => {
  it("fails before the sharing is applied, and passes afterwards", async () => {
    const shared = await openBundle(aws, prepared.method, prepared.draft);
    try {
      const before = await shared.run(side, "verify");
      expect(before.status, before.output).toBe(1);
      for (const one of shared.order) {
        const applied = await shared.run(one, "apply");
        expect(applied.status, applied.output).toBe(0);
      }
      await shared.makeAccessKey();
      const after = await shared.run(side, "verify");
      expect(lines(after.output, "FAIL"), after.output).toEqual([]);
      expect([0, 3], after.output).toContain(after.status);
      expect(lines(after.output, "PASS").length).toBeGreaterThan(2);
      count("probes", id, lines(after.output, "PASS").length);
    } finally {
      shared.close();
    }
  });
});
