import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { withValues } from "#ui/fields/draft-values.ts";
import { errorsOf, errorsOfSide, placeName, stepOf, stopsOf } from "./step-progress.ts";

const [method] = METHODS as readonly [Method];
const draft = withValues(method.emptyDraft(), [
  { id: "owner.locations", value: [{ bucket: "acme-share-data", prefix: "", access: [] }] },
]);

it.each(METHODS.map((one) => [one.id, one] as const))(
  "ends the steps of %s with review and hand-over",
  (_, one) => {
    expect(stopsOf(one).map(({ id }) => id)).toEqual([
      ...one.steps.map(({ id }) => id),
      "review",
      "hand-over",
    ]);
  },
);

it("counts each side's own missing values", () => {
  const prepared = method.prepare(method.emptyDraft());
  const owner = errorsOfSide(prepared, "owner");
  const consumer = errorsOfSide(prepared, "consumer");
  expect(owner.length + consumer.length).toBe(prepared.issues.length);
  const [first] = method.steps;
  if (first === undefined) throw new Error("no step");
  expect(errorsOf(first, prepared.issues)).toEqual(owner);
});

it("finds the step that asks for a cell", () => {
  expect(stepOf(method, "owner.locations.0.access")?.side).toBe("owner");
  expect(stepOf(method, "owner.locationsX")).toBeUndefined();
});

it("names places in words", () => {
  const name = (at: string) => placeName(method, draft, at);
  expect(name("owner.locations.0.access")).toBe("Access, acme-share-data");
  expect(name("owner.locations.0.bucket")).toBe("Bucket, location 1");
  expect(name("owner.locations.3")).toBe("Location 4");
  expect(name("consumer.principals.2")).toBe("Principal 3");
});
