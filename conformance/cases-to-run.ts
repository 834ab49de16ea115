import type { Prepared } from "#core/methods/method.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { SIDES, type Side } from "#core/side.ts";
import { lackingOn, recordedKinds } from "./lacking.ts";

export interface CaseToRun {
  readonly name: string;
  readonly prepared: Prepared;
}

/**
 * Every running example, then, small ones first, each case with an operation that none before it has,
 * or in another partition.
 */
export const CASES_TO_RUN = chosen((prepared) => {
  const { partition } = prepared.agreement;
  const sides = sidesToRun(prepared);
  const kinds = prepared.plan.steps
    .filter(({ phase, side }) => phase === "apply" && sides.includes(side))
    .flatMap((step) => step.operations.map(({ kind }) => `${step.side} ${kind}`));
  return kinds.length === 0 ? [] : [...kinds, partition];
});

/** The same of what moto lacks and the recorder answers. */
export const CASES_TO_RECORD = chosen((prepared) => {
  const kinds = recordedKinds(prepared);
  return kinds.length === 0 ? [] : [...kinds, prepared.agreement.partition];
});

/** The running examples, and each case whose verify does something that none before it does. */
export const CASES_TO_VERIFY = chosen(({ method, agreement, plan }) => [
  agreement.partition,
  ...plan.steps
    .filter(({ phase }) => phase === "verify")
    .flatMap((step) =>
      step.operations.map((one) =>
        one.kind === "probe"
          ? `${one.access} ${one.expect}`
          : `${method.id} ${step.side} ${one.kind}`,
      ),
    ),
  hasBoundary(plan) ? "boundary" : "no boundary",
]);

/** A user is created whose policies are not all that decides. */
export function hasBoundary({ steps }: Prepared["plan"]): boolean {
  return steps.some((step) =>
    step.operations.some((one) => one.kind === "create-user" && one.permissionsBoundary !== ""),
  );
}

/** The running example of each method. */
export const EXAMPLES: readonly CaseToRun[] = CASES.filter(isExample);

function chosen(featuresOf: (prepared: Prepared) => readonly string[]): readonly CaseToRun[] {
  const covered = new Set<string>();
  return CASES.toSorted((one, other) => rank(one) - rank(other)).filter((one) => {
    const features = featuresOf(one.prepared);
    const hasNew = features.some((feature) => !covered.has(feature));
    for (const feature of features) covered.add(feature);
    return hasNew || (isExample(one) && features.length > 0);
  });
}

function rank(one: CaseToRun): number {
  return isExample(one) ? 0 : one.prepared.plan.steps.flatMap((step) => step.operations).length;
}

/** What is recorded of the running example of a method, and why. */
export function recordedInstead({ prepared }: CaseToRun): readonly string[] {
  return SIDES.flatMap((side) =>
    lackingOn(prepared, side, ["prepare", "apply", "verify"]).map(
      (why) => `${prepared.method.id}, ${side}: ${why}`,
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

function isExample({ name }: Pick<CaseToRun, "name">): boolean {
  return name.endsWith("/running-example");
}
