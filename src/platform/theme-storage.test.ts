import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readTheme, storeTheme, THEME_KEY } from "./theme-storage.ts";

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

it("follows the system until somebody chooses", () => {
  expect(readTheme()).toBe("system");
});

it("remembers a choice, and stores nothing for the system's", () => {
  storeTheme("dark");
  expect(readTheme()).toBe("dark");
  storeTheme("system");
  expect(localStorage.length).toBe(0);
});

it("takes an unknown value for no choice", () => {
  localStorage.setItem(THEME_KEY, "sepia");
  expect(readTheme()).toBe("system");
});

it("follows the system when nothing can be stored", () => {
  vi.stubGlobal("localStorage", undefined);
  storeTheme("dark");
  expect(readTheme()).toBe("system");
});
