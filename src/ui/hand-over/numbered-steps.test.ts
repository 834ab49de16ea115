import { expect, it } from "vitest";
import { cases as assumeRoleCases } from "#core/methods/assume-role/cases.ts";
import { cases as bucketPolicyCases } from "#core/methods/bucket-policy/cases.ts";
import { findMethod } from "#core/methods/index.ts";
import { type NumberedStep, numberedSteps } from "./numbered-steps.ts";

const CASES = [...bucketPolicyCases, ...assumeRoleCases].map(({ name, draft }) => ({
  name: `${draft.method}: ${name}`,
  draft,
}));

function stepsOf(draft: (typeof CASES)[number]["draft"]): readonly NumberedStep[] {
  const method = findMethod(draft.method);
  if (method === undefined) throw new Error(`no method ${draft.method}`);
  return numberedSteps(method.prepare(draft).plan);
}

it.each(CASES)("puts no step beside or above one that it waits for: $name", ({ draft }) => {
  const steps = stepsOf(draft);
  expect(steps.length).toBeGreaterThan(0);
  const rows = new Map(steps.map(({ step, row }) => [step.id, row]));
  for (const { step, row } of steps) {
    for (const id of step.needs) expect(rows.get(id)).toBeLessThan(row);
  }
});

it.each(CASES)("has at most one step of each account in a row: $name", ({ draft }) => {
  const places = stepsOf(draft).map(({ step, row }) => `${step.side} ${row}`);
  expect(new Set(places).size).toBe(places.length);
});

it("waits for the other account only where a step needs it", () => {
  const draft = CASES[0]?.draft;
  if (draft === undefined) throw new Error("no case");
  const put = stepsOf(draft).find(({ step }) => step.id.startsWith("put-bucket-policy"));
  expect(put?.waitsFor.map(({ step }) => step.id)).toEqual(["check-principals"]);
});
