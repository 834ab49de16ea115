import { followColorMode } from "./color-mode.ts";
import { holdForReact } from "./hold-for-react.ts";
import { jumpWithinPage } from "./jump-within-page.ts";
import { isMangled, mendedAddress } from "./mend-address.ts";
import { trustOwnScripts } from "./trusted-scripts.ts";
import { keepZodFromEvaluating } from "./zod-without-eval.ts";

/** The first signs that somebody is about to use the page, not only to read it. */
const SIGNS_OF_USE = [
  "pointermove",
  "pointerdown",
  "keydown",
  "change",
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
  trustOwnScripts();
  keepZodFromEvaluating();
  followColorMode();
  jumpWithinPage();
  leavePlaceOutOfAddress();
  if (!showsHome(root)) {
    void mountInto(root);
    return;
  }
  const release = holdForReact(root);
  atFirstUse(() => void mountInto(root).then(release));
}

function showsHome(root: HTMLElement): boolean {
  return ["", "#", "#/"].includes(location.hash) && root.childElementCount > 0;
}

async function mountInto(root: HTMLElement): Promise<void> {
  try {
    await fetchAndMount(root);
  } catch {
    tellNotFetched(root);
  }
}

/** A file of the page did not arrive: the network is gone, or a newer version has replaced it. */
function tellNotFetched(root: HTMLElement): void {
  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "alert");
  notice.textContent =
    "The rest of this page could not be loaded. Reload it when the network is back: values in the address are kept.";
  (root.querySelector("main") ?? root).prepend(notice);
  delete document.documentElement.dataset["arriving"];
}

async function fetchAndMount(root: HTMLElement): Promise<void> {
  // One program a task: the page stays responsive between them.
  await import("react-dom/client");
  await nextTask();
  const { mount } = await import("./mount.tsx");
  await nextTask();
  const mended = isMangled(location.hash) ? await mendedAddress(location.href) : undefined;
  mount(root, showsHome(root), mended);
}

/** A place on the start page (`#methods`) is no address: the fragment belongs to the router. */
function leavePlaceOutOfAddress(): void {
  const place = document.getElementById(location.hash.slice(1));
  if (place === null) return;
  history.replaceState(null, "", location.pathname + location.search);
  place.scrollIntoView();
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
