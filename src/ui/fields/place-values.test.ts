import { expect, it } from "vitest";
import { byParameter } from "./place-values.ts";
import { everyControl, PARAMETERS } from "./testing/every-control.ts";

const draft = everyControl.emptyDraft();

it("turns cells into whole rows, with the other columns at their defaults", () => {
  expect(
    byParameter(PARAMETERS, draft, [{ id: "settings.rows.0.bucket", value: "alpha" }]),
  ).toEqual([{ id: "settings.rows", value: [{ bucket: "alpha", levels: ["one"] }] }]);
});

it("gathers several cells of one parameter into one value", () => {
  expect(
    byParameter(PARAMETERS, draft, [
      { id: "settings.items.0", value: "a" },
      { id: "settings.items.1", value: "b" },
      { id: "settings.name", value: "n" },
    ]),
  ).toEqual([
    { id: "settings.items", value: ["a", "b"] },
    { id: "settings.name", value: "n" },
  ]);
});

it("leaves out a place that no parameter has", () => {
  expect(byParameter(PARAMETERS, draft, [{ id: "settings.other", value: "x" }])).toEqual([]);
});
