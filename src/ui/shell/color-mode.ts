import { useSyncExternalStore } from "react";
import { readTheme, storeTheme, THEME_CHOICES, type ThemeChoice } from "#platform/theme-storage.ts";

/** Name of the switch's radio buttons. */
export const THEME_SWITCH = "theme";

/** What was chosen, and what is shown: `system` follows the device. */
export interface ColorMode {
  readonly chosen: ThemeChoice;
  readonly shown: "light" | "dark";
}

const CHANGED = "s3-handshake:theme";
const DARK_CLASS = "awsui-dark-mode";

function systemQuery(): MediaQueryList {
  return window.matchMedia("(prefers-color-scheme: dark)");
}

function show(choice: ThemeChoice): void {
  const dark = choice === "dark" || (choice === "system" && systemQuery().matches);
  document.body.classList.toggle(DARK_CLASS, dark);
  document.body.dataset["theme"] = choice;
}

export function setColorMode(choice: ThemeChoice): void {
  storeTheme(choice);
  show(choice);
  window.dispatchEvent(new Event(CHANGED));
}

/**
 * Called once, before the first render. The prerendered switch works from here on, whether or not
 * React has taken it over.
 */
export function followColorMode(): void {
  const stored = readTheme();
  show(stored);
  for (const input of switches()) input.checked = input.value === stored;
  document.addEventListener("change", ({ target }) => {
    const choice = THEME_CHOICES.find((one) => one === (target as HTMLInputElement).value);
    if (choice !== undefined && switches().includes(target as HTMLInputElement)) {
      setColorMode(choice);
    }
  });
  systemQuery().addEventListener("change", () => {
    show(chosenMode());
    window.dispatchEvent(new Event(CHANGED));
  });
}

function switches(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[name=${THEME_SWITCH}]`)];
}

function chosenMode(): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === document.body.dataset["theme"]) ?? "system";
}

function shownMode(): "light" | "dark" {
  return document.body.classList.contains(DARK_CLASS) ? "dark" : "light";
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  return () => window.removeEventListener(CHANGED, listener);
}

/** For whatever draws its own colours (Monaco): `shown` is `light` or `dark`. */
export function useColorMode(): ColorMode {
  const chosen = useSyncExternalStore(subscribe, chosenMode, () => "system" as const);
  const shown = useSyncExternalStore(subscribe, shownMode, () => "light" as const);
  return { chosen, shown };
}
