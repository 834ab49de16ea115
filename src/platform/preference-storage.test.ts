import { afterEach, expect, it, vi } from "vitest";
import { readPreference, storePreference } from "./preference-storage.ts";

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it("gives back what was chosen", () => {
  storePreference("shell", "powershell");
  expect(readPreference("shell", ["bash", "powershell"])).toBe("powershell");
});

it("takes no value that is not offered", () => {
  storePreference("shell", "fish");
  expect(readPreference("shell", ["bash", "powershell"])).toBeUndefined();
});

it("has no preference where nothing can be stored", () => {
  const refuse = () => {
    throw new Error("denied");
  };
  vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse });
  storePreference("shell", "bash");
  expect(readPreference("shell", ["bash", "powershell"])).toBeUndefined();
});
