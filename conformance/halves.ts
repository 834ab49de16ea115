import { expect } from "vitest";
import type { Method, Prepared } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import type { OperationKind } from "#core/plan/operation.ts";
import { CASES } from "#core/render/testing/cases.ts";
import type { Side } from "#core/side.ts";
import { type CaseToRun, EXAMPLES, sidesToApply } from "./cases-to-run.ts";
import { lackingOn } from "./lacking.ts";
import type { BundleOptions, SharedBundle } from "./shared-bundle.ts";

/** What one side has to do for a sharing. */
export interface Half {
  /** `bucket-policy/running-example, owner` */
  readonly name: string;
  readonly method: Method;
  readonly draft: Draft;
  readonly prepared: Prepared;
  readonly side: Side;
  /** Calls of its apply that change something; what waits or is done by hand is none. */
  readonly writes: number;
  /** The recorder answers for what moto lacks. */
  readonly isRecorded: boolean;
}

function halvesOf({ name, prepared }: CaseToRun): readonly Half[] {
  return sidesToApply(prepared).map((side) => ({
    name: `${name}, ${side}`,
    method: prepared.method,
    draft: prepared.draft,
    prepared,
    side,
    writes: prepared.plan.steps
      .filter((step) => step.side === side && step.phase === "apply")
      .flatMap((step) => step.operations.filter(({ kind }) => WRITES.test(kind))).length,
    isRecorded: lackingOn(prepared, side).length > 0,
  }));
}

const WRITES = /^(?:add|attach|create(?!-access-key)|put)-/;

/** Of the running examples. */
export const HALVES: readonly Half[] = EXAMPLES.flatMap(halvesOf);

/** The first half of a method, its running example before its other cases, that does such a thing. */
export function halfThatDoes(method: string, kind: OperationKind): Half | undefined {
  return [...EXAMPLES, ...CASES]
    .filter((one) => one.prepared.method.id === method)
    .flatMap(halvesOf)
    .find(({ prepared, side }) =>
      prepared.plan.steps.some(
        (step) =>
          step.side === side &&
          step.phase === "apply" &&
          step.operations.some((one) => one.kind === kind),
      ),
    );
}

export const optionsOf = ({ prepared }: Half): BundleOptions => ({
  isRecorded: sidesToApply(prepared).some((side) => lackingOn(prepared, side).length > 0),
  sides: sidesToApply,
});

/** Applies what has to be there before this half. */
export async function halfReady(shared: SharedBundle, { side }: Half): Promise<void> {
  for (const one of shared.order.slice(0, shared.order.indexOf(side))) {
    const { status, output } = await shared.run(one, "apply");
    expect(status, output).toBe(0);
  }
}
