import type { Prepared } from "#core/methods/method.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { SIDES, type Side } from "#core/side.ts";
import { lackingOn, recordedKinds } from "./lacking.ts";

interface CaseToRun {
  readonly name: string;
  readonly prepared: Prepared;
}

/** Every running example, then, small ones first, each case with an operation that none before it has. */
export const CASES_TO_RUN = chosen((prepared) => {
  const sides = sidesToRun(prepared);
  return prepared.plan.steps
    .filter(({ phase, side }) => phase === "apply" && sides.includes(side))
    .flatMap((step) => step.operations.map(({ kind }) => `${step.side} ${kind}`));
});

/** The same of what moto lacks and the recorder answers. */
export const CASES_TO_RECORD = chosen(recordedKinds);

function chosen(kindsIn: (prepared: Prepared) => readonly string[]): readonly CaseToRun[] {
  const covered = new Set<string>();
  return CASES.toSorted((one, other) => rank(one) - rank(other)).filter((one) => {
    const kinds = kindsIn(one.prepared);
    const hasNew = kinds.some((kind) => !covered.has(kind));
    for (const kind of kinds) covered.add(kind);
    return hasNew || (isExample(one) && kinds.length > 0);
  });
}

function rank(one: CaseToRun): number {
  return isExample(one) ? 0 : one.prepared.plan.steps.flatMap((step) => step.operations).length;
}

/** The running example's name, and for each side that moto cannot run, why. */
export function notRun(method: string): readonly string[] {
  const example = CASES.find((one) => one.prepared.method.id === method && isExample(one));
  if (example === undefined) return [];
  return SIDES.flatMap((side) =>
    lackingOn(example.prepared, side, ["prepare", "apply", "verify"]).map(
      (why) => `${method}, ${side}: ${why}`,
    ),
  );
}

/** Sides that have something to apply which moto can do. */
export function sidesToRun(prepared: Prepared): readonly Side[] {
  return sidesToApply(prepared).filter((side) => lackingOn(prepared, side).length === 0);
}

/** In the order of the plan. */
export function sidesToApply({ plan }: Prepared): readonly Side[] {
  return [...new Set(plan.steps.filter(({ phase }) => phase === "apply").map(({ side }) => side))];
}

export function isExample({ name }: Pick<CaseToRun, "name">): boolean {
  return name.endsWith("/running-example");
}
