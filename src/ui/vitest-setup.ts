import { cleanup, configure } from "@testing-library/react";
import { afterAll, afterEach, beforeEach, expect, vi } from "vitest";

// Only to end what never comes: a slow machine is no fault.
configure({ asyncUtilTimeout: 60_000 });

/**
 * Whatever reaches console.error or console.warn fails the test that caused it. A test that
 * expects a message says so: `vi.mocked(console.error).mockImplementation(() => {})`.
 */
const unexpected: string[] = [];

beforeEach(() => {
  unexpected.length = 0;
  for (const level of ["error", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      unexpected.push(`console.${level}: ${parts.map(String).join(" ")}`);
    });
  }
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  expect(unexpected, "nothing is written to the console").toEqual([]);
});

const ADDRESS = location.href;

/** Files share a window, one after the other: each finds it as the first one did. */
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  localStorage.clear();
  sessionStorage.clear();
  history.replaceState(null, "", ADDRESS);
  document.title = "";
  document.head.replaceChildren();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
});
