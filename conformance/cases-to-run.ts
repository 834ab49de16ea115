import type { Prepared } from "#core/methods/method.ts";
import { CASES } from "#core/render/testing/cases.ts";
import { SIDES, type Side } from "#core/side.ts";
import { lackingOn } from "./lacking.ts";

interface CaseToRun {
  readonly name: string;
  readonly prepared: Prepared;
}

/** The running example first, then each case that has an operation that none before it has. */
export function casesToRun(method: string): readonly CaseToRun[] {
  const cases = CASES.filter(({ prepared }) => prepared.method.id === method)
    .filter(({ prepared }) => sidesToRun(prepared).length > 0)
    .toSorted((one, other) => Number(isExample(other)) - Number(isExample(one)));
  const covered = new Set<string>();
  return cases.filter((one) => {
    const kinds = kindsIn(one.prepared).filter((kind) => !covered.has(kind));
    for (const kind of kinds) covered.add(kind);
    return kinds.length > 0;
  });
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
  const applied = prepared.plan.steps.filter(({ phase }) => phase === "apply");
  return [...new Set(applied.map(({ side }) => side))].filter(
    (side) => lackingOn(prepared, side).length === 0,
  );
}

export function isExample({ name }: Pick<CaseToRun, "name">): boolean {
  return name.endsWith("/running-example");
}

function kindsIn(prepared: Prepared): readonly string[] {
  const sides = sidesToRun(prepared);
  return prepared.plan.steps
    .filter(({ phase, side }) => phase === "apply" && sides.includes(side))
    .flatMap((step) => step.operations.map(({ kind }) => `${step.side} ${kind}`));
}
