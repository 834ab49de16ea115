import { DONE, type Outcome } from "./outcome.ts";

/** Raised when what is stored changes its shape: older values are then left alone, not misread. */
const VERSION = 1;
const PREFIX = `s3-handshake.draft.${VERSION}.`;
const SWITCH_KEY = "s3-handshake.keep-drafts";

/** Browsers give a tab about five million characters; one sharing takes at most a fifth of it. */
export const DRAFT_MAX_CHARACTERS = 1_000_000;

const TOO_LARGE: Outcome = {
  ok: false,
  message: "This is too large to keep over a reload. Download the agreement file to keep it.",
};
const REFUSED: Outcome = {
  ok: false,
  message: "The browser keeps nothing for this page. Download the agreement file to keep it.",
};

/** Drafts live in the tab's session storage: they survive a reload and end with the tab. */
export function keepsDrafts(): boolean {
  try {
    return localStorage.getItem(SWITCH_KEY) !== "off";
  } catch {
    return true;
  }
}

/** Switched off, whatever was kept is forgotten at once. */
export function setKeepsDrafts(keep: boolean): void {
  if (!keep) forgetDrafts();
  try {
    if (keep) localStorage.removeItem(SWITCH_KEY);
    else localStorage.setItem(SWITCH_KEY, "off");
  } catch {
    // Nothing can be stored, so there is nothing to switch.
  }
}

/** `value` must survive JSON. Does nothing, successfully, when keeping is switched off. */
export function storeDraft(name: string, value: unknown): Outcome {
  if (!keepsDrafts()) return DONE;
  const text = JSON.stringify(value);
  if (text.length > DRAFT_MAX_CHARACTERS) {
    forgetDraft(name);
    return TOO_LARGE;
  }
  try {
    sessionStorage.setItem(PREFIX + name, text);
    return DONE;
  } catch {
    return REFUSED;
  }
}

/** Not trusted: other pages of the same origin can write here too. Whoever reads it checks its shape. */
export function readDraft(name: string): unknown {
  try {
    const text = sessionStorage.getItem(PREFIX + name);
    if (text === null || text.length > DRAFT_MAX_CHARACTERS) return undefined;
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

export function forgetDraft(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept.
  }
}

export function forgetDrafts(): void {
  try {
    const keys = Array.from({ length: sessionStorage.length }, (_, index) =>
      sessionStorage.key(index),
    );
    for (const key of keys) {
      if (key?.startsWith("s3-handshake.draft.") === true) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing was kept.
  }
}
