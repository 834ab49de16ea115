import { describe, expect } from "vitest";
import { CASES_TO_RUN } from "./cases-to-run.ts";
import { count } from "./figures.ts";
import { test } from "./fixture.ts";
import { roundTrip } from "./round-trip.ts";

describe("bundles run against moto", () => {
  test.for(CASES_TO_RUN)(
    "apply, find nothing more to do, and undo: $name",
    async ({ prepared }, { aws, open }) => {
      const { id } = prepared.method;
      const shared = await open(prepared.method, prepared.draft);
      const { scripts, comparisons } = await roundTrip(aws, shared);
      expect(comparisons).toBeGreaterThan(3);
      count("scripts run", id, scripts);
      count("state comparisons", id, comparisons);
    },
  );
});
