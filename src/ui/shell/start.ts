import { followColorMode } from "./color-mode.ts";
import { jumpWithinPage } from "./jump-within-page.ts";

/** The first signs that somebody is about to use the page, not only to read it. */
const SIGNS_OF_USE = [
  "pointermove",
  "pointerdown",
  "keydown",
  "focusin",
  "dragenter",
  "hashchange",
] as const;

/**
 * The start page arrives as finished markup: its links and its theme switch work as they are. React
 * takes it over at the first sign of use, its programs having been fetched before. Every other
 * address is drawn at once.
 */
export function start(): void {
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  followColorMode();
  jumpWithinPage();
  if (showsHome(root)) atFirstUse(() => void mountInto(root));
  else void mountInto(root);
}

function showsHome(root: HTMLElement): boolean {
  return ["", "#", "#/"].includes(location.hash) && root.childElementCount > 0;
}

async function mountInto(root: HTMLElement): Promise<void> {
  // One program a task: the page stays responsive between them.
  await import("react-dom/client");
  await nextTask();
  await import("react-router");
  await nextTask();
  const { mount } = await import("./mount.tsx");
  await nextTask();
  mount(root, showsHome(root));
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function atFirstUse(wake: () => void): void {
  const controller = new AbortController();
  const once = () => {
    controller.abort();
    wake();
  };
  for (const sign of SIGNS_OF_USE) {
    window.addEventListener(sign, once, { passive: true, signal: controller.signal });
  }
}
