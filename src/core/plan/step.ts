import type { PlanStep } from "./plan.ts";

/** What a step says and calls; the rest follows from its phase. */
type Told = Pick<PlanStep, "id" | "side" | "title" | "why" | "needs" | "operations">;

/** Looks, before anything is changed. */
export function prepareStep(step: Told): PlanStep {
  return {
    ...step,
    phase: "prepare",
    check: [],
    undo: { kind: "nothing", reason: "This step only looks." },
    documents: [],
    retries: false,
  };
}

/** For people, after the sharing is in place. */
export function usageStep(
  step: Told,
  changesNothing = "Changes nothing in either account.",
): PlanStep {
  return {
    ...step,
    phase: "use",
    check: [],
    undo: { kind: "nothing", reason: changesNothing },
    documents: [],
    retries: false,
  };
}

/** Probes, and tries again: policies and keys take a moment to spread. */
export function verifyStep({ id, side, ...told }: Told): PlanStep {
  return {
    id,
    side,
    phase: "verify",
    ...told,
    check: [],
    undo: {
      kind: "nothing",
      reason:
        "Verify deletes what it wrote itself. Without delete access its test object stays, and its name says what it is.",
    },
    documents: [],
    retries: true,
  };
}
