import { describe, expect } from "vitest";
import type { Operation } from "#core/plan/operation.ts";
import type { Aws } from "./aws.ts";
import { count } from "./figures.ts";
import { test } from "./fixture.ts";
import { HALVES, type Half, halfReady, optionsOf } from "./halves.ts";
import { ADMINS, type SharedBundle } from "./shared-bundle.ts";
import { intrusionOn, mayBeIntruded, mayBeThereBefore, THEIR_SID } from "./somebody-else.ts";

interface Intruded {
  readonly name: string;
  readonly half: Half;
  readonly operation: Operation;
}

/** Each kind of thing that apply of a half puts in place, once. */
const INTRUDED: readonly Intruded[] = HALVES.flatMap((half) => {
  const operations = half.prepared.plan.steps
    .filter(({ side, phase }) => side === half.side && phase === "apply")
    .flatMap((step) => step.operations.filter(mayBeIntruded));
  const kinds = new Map(operations.map((operation) => [operation.kind, operation]));
  return [...kinds.values()].map((operation) => ({
    name: `${half.name}, ${operation.kind}`,
    half,
    operation,
  }));
});

const THERE_BEFORE = INTRUDED.filter(({ half, operation }) =>
  mayBeThereBefore(half.prepared, operation),
);

const survived = ({ isRecorded, method }: Half) =>
  count(isRecorded ? "faults recorded" : "faults survived", method.id, 1);

async function asAdmin(aws: Aws, shared: SharedBundle, half: Half, words: readonly string[]) {
  const asUser = shared.prepared.accessPath.kind === "as-user";
  const profile = asUser ? ADMINS.owner : ADMINS[half.side];
  const region = words.includes("--region")
    ? []
    : ["--region", half.prepared.agreement.owner.region];
  const { status, output } = await aws.cli(profile, ...words, ...region);
  expect(status, output).toBe(0);
}

const isThere = async (aws: Aws, sign: string): Promise<boolean> =>
  JSON.stringify(await aws.state()).includes(sign);

describe("what somebody else has put there", () => {
  test.for(THERE_BEFORE)(
    "stops apply, and nothing of it is overwritten: $name",
    async ({ half, operation }, { aws, open }) => {
      const { side } = half;
      const shared = await open(half.method, half.draft, optionsOf(half));
      const { before, stops } = intrusionOn(operation, shared);
      await halfReady(shared, half);
      await asAdmin(aws, shared, half, before);
      const state = await aws.state();
      expect(JSON.stringify(state)).toContain(THEIR_SID);
      const stopped = await shared.run(side, "apply");
      expect(stopped.status, stopped.output).toBe(1);
      expect(stopped.output).toContain(stops);
      expect(stopped.output).toMatch(/Nothing was changed\.|All is as it was before this run\./);
      expect(await aws.state()).toEqual(state);
      survived(half);
    },
  );

  test.for(INTRUDED)(
    "since apply is still there after undo: $name",
    async ({ half, operation }, { aws, open }) => {
      const { side } = half;
      const shared = await open(half.method, half.draft, optionsOf(half));
      const { after, sign = THEIR_SID, undoSays, undoStatus } = intrusionOn(operation, shared);
      await halfReady(shared, half);
      const applied = await shared.run(side, "apply");
      expect(applied.status, applied.output).toBe(0);
      expect(await isThere(aws, sign)).toBe(false);
      await asAdmin(aws, shared, half, after);
      const undone = await shared.run(side, "undo");
      expect(undone.status, undone.output).toBe(undoStatus);
      expect(undone.output).toContain(undoSays);
      expect(await isThere(aws, sign)).toBe(true);
      survived(half);
    },
  );
});
