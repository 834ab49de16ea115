import type { Plan, PlanStep } from "#core/plan/plan.ts";

export interface NumberedStep {
  readonly step: PlanStep;
  /** From 1, over both accounts: doing them in this order is always right. */
  readonly number: number;
  /** Row of the timeline, from 1. Steps of one row wait for none of each other. */
  readonly row: number;
  /** Steps of the other account that must be done before. */
  readonly waitsFor: readonly Pick<NumberedStep, "step" | "number">[];
}

/** Each account does its steps one after the other; what neither waits for stands side by side. */
export function numberedSteps(plan: Plan): readonly NumberedStep[] {
  const done = new Map<string, NumberedStep>();
  const lastRow = { owner: 0, consumer: 0 };
  plan.steps.forEach((step, index) => {
    const before = step.needs.flatMap((id) => done.get(id) ?? []);
    const row = 1 + Math.max(lastRow[step.side], ...before.map((needed) => needed.row));
    lastRow[step.side] = row;
    done.set(step.id, {
      step,
      number: index + 1,
      row,
      waitsFor: before.filter((needed) => needed.step.side !== step.side),
    });
  });
  return [...done.values()];
}
