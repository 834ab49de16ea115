import { describe, expect } from "vitest";
import { SIDES, type Side } from "#core/side.ts";
import { CASES_TO_VERIFY, type CaseToRun, hasBoundary, sidesToApply } from "./cases-to-run.ts";
import { count } from "./figures.ts";
import { test } from "./fixture.ts";
import { needsRecorder } from "./lacking.ts";
import type { SharedBundle } from "./shared-bundle.ts";

const lines = (output: string, word: string): readonly string[] =>
  output.split("\n").filter((line) => line.startsWith(`${word}  `));

function sidesToVerify({ prepared }: CaseToRun): readonly Side[] {
  return SIDES.filter((side) =>
    prepared.plan.steps.some((step) => step.side === side && step.phase === "verify"),
  );
}

const options = ({ prepared }: CaseToRun) => ({
  isRecorded: needsRecorder(prepared),
  sides: sidesToApply,
});

async function apply(shared: SharedBundle, side: Side): Promise<void> {
  const { status, output } = await shared.run(side, "apply");
  expect(status, output).toBe(0);
}

/** Somewhere a line says so; a profile whose access key there is not yet stops a script before. */
async function fails(shared: SharedBundle, sides: readonly Side[]): Promise<void> {
  let failed = 0;
  for (const side of sides) {
    const { status, output } = await shared.run(side, "verify");
    expect(status, output).toBe(1);
    failed += lines(output, "FAIL").length;
    if (!output.includes("The config profile (b-app) could not be found"))
      expect(lines(output, "FAIL").length, output).toBeGreaterThan(0);
  }
  expect(failed).toBeGreaterThan(0);
}

/**
 * Requests go to moto's S3 and STS, or to the recorder; whether a policy allows them is decided by our
 * own evaluator over the documents that are held there, since moto does not read resource policies.
 */
describe("verify.sh", () => {
  test.for(CASES_TO_VERIFY)(
    "fails until the sharing is applied, and passes then: $name",
    async (one, { aws, open }) => {
      const { id } = one.prepared.method;
      const shared = await open(one.prepared.method, one.prepared.draft, options(one));
      const sides = sidesToVerify(one);
      for (const side of shared.order) {
        await fails(shared, sides);
        await apply(shared, side);
      }
      await shared.makeAccessKey();
      for (const side of sides) {
        await aws.seen();
        const { status, output } = await shared.run(side, "verify");
        expect(lines(output, "FAIL"), output).toEqual([]);
        expect([0, 3], output).toContain(status);
        const passed = lines(output, "PASS").length;
        expect(passed, output).toBeGreaterThan(0);
        const isRecorded = (await aws.seen()).some(({ recorded }) => recorded);
        count(isRecorded ? "probes recorded" : "probes", id, passed);
      }
    },
  );

  test("sees a boundary that does not let through what the user's policies allow", async ({
    open,
  }) => {
    const limited = CASES_TO_VERIFY.find(({ prepared }) => hasBoundary(prepared.plan));
    if (limited === undefined) throw new Error("No case has a permissions boundary.");
    const { method, draft } = limited.prepared;
    const shared = await open(method, draft, {
      ...options(limited),
      change: (before) => ({
        ...before,
        policies: before.policies.map(({ arn }) => ({ arn, document: NOTHING_ALLOWED })),
      }),
    });
    for (const side of shared.order) await apply(shared, side);
    await shared.makeAccessKey();
    await fails(shared, sidesToVerify(limited));
  });
});

/** Of what is agreed. */
const NOTHING_ALLOWED = {
  Version: "2012-10-17",
  Statement: { Effect: "Allow", Action: "athena:StartQueryExecution", Resource: "*" },
};
