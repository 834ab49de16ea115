import { afterEach, expect, it, vi } from "vitest";
import { todayInUtc } from "./clock.ts";

afterEach(() => vi.useRealTimers());

it("gives the day in UTC, whatever the day is here", () => {
  vi.useFakeTimers({ now: new Date("2026-11-21T23:30:00-05:00") });
  expect(todayInUtc()).toBe("2026-11-22");
});
