import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { SIDES } from "#core/side.ts";
import { EXAMPLES, sidesToApply } from "./cases-to-run.ts";
import { want } from "./figures.ts";
import { lackingOn } from "./lacking.ts";

/** Run where moto has all of it, recorded where conformance/lacking.ts says what it has not. */
it.each(METHODS)("$id has to have some of everything that is counted", ({ id }) => {
  const prepared = EXAMPLES.find((one) => one.prepared.method.id === id)?.prepared;
  if (prepared === undefined) throw new Error(`${id} has no running example.`);
  want(["commands", "distinct commands", "PowerShell calls", "state comparisons"], id);
  for (const side of sidesToApply(prepared)) {
    const isRun = lackingOn(prepared, side).length === 0;
    want(isRun ? ["scripts run", "faults survived"] : ["scripts recorded", "faults recorded"], id);
  }
  const verified = SIDES.filter((side) =>
    prepared.plan.steps.some((step) => step.side === side && step.phase === "verify"),
  );
  expect(verified).not.toEqual([]);
  for (const side of verified) {
    const isRun = lackingOn(prepared, side, ["verify"]).length === 0;
    want([isRun ? "probes" : "probes recorded"], id);
  }
});
