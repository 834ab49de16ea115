import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { readTheme } from "#platform/theme-storage.ts";
import { followColorMode, setColorMode, THEME_SWITCH, useColorMode } from "./color-mode.ts";
import { ThemeSwitch } from "./theme-switch.tsx";

const system = Object.assign(new EventTarget(), { matches: false });

function Shown() {
  return <output>{useColorMode().shown}</output>;
}

beforeAll(() => {
  vi.stubGlobal("matchMedia", () => system);
  followColorMode();
});
beforeEach(() => {
  system.matches = false;
  localStorage.clear();
  act(() => setColorMode("system"));
});

it("offers the system's theme, light and dark as one choice", () => {
  render(<ThemeSwitch />);
  expect(screen.getByRole("group", { name: "Theme" })).toBeDefined();
  const radios = screen.getAllByRole<HTMLInputElement>("radio");
  expect(radios.map(({ value, checked }) => [value, checked])).toEqual([
    ["system", true],
    ["light", false],
    ["dark", false],
  ]);
});

it("changes what is shown at once and remembers it", async () => {
  render(
    <>
      <ThemeSwitch />
      <Shown />
    </>,
  );
  await userEvent.click(screen.getByRole("radio", { name: "Dark" }));
  expect(document.body.classList.contains("awsui-dark-mode")).toBe(true);
  expect(screen.getByRole("status").textContent).toBe("dark");
  expect(readTheme()).toBe("dark");
  await userEvent.click(screen.getByRole("radio", { name: "System" }));
  expect(screen.getByRole("status").textContent).toBe("light");
  expect(readTheme()).toBe("system");
});

it("follows the system when it changes, unless something else was chosen", () => {
  render(<Shown />);
  system.matches = true;
  act(() => void system.dispatchEvent(new Event("change")));
  expect(screen.getByRole("status").textContent).toBe("dark");
  act(() => setColorMode("light"));
  act(() => void system.dispatchEvent(new Event("change")));
  expect(screen.getByRole("status").textContent).toBe("light");
});

it("works in the prerendered page, before React has taken it over", () => {
  document.body.insertAdjacentHTML(
    "beforeend",
    `<input type="radio" name="${THEME_SWITCH}" value="dark">`,
  );
  const radio = document.querySelector("input");
  radio?.dispatchEvent(new Event("change", { bubbles: true }));
  expect(document.body.classList.contains("awsui-dark-mode")).toBe(true);
  radio?.remove();
});
