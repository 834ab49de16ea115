import { DONE, type Outcome } from "./outcome.ts";

const REFUSED: Outcome = {
  ok: false,
  message: "The browser refused to copy. Select the text and copy it with the keyboard.",
};

/** Works on plain http and without permission too: there it selects the text and lets the browser copy it. */
export async function copyText(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text);
    return DONE;
  } catch {
    return copyBySelecting(text) ? DONE : REFUSED;
  }
}

function copyBySelecting(text: string): boolean {
  const focused = document.activeElement;
  // A dialog keeps the focus inside itself: the field has to be there to be selected.
  const host = focused?.closest("[role=dialog], dialog") ?? document.body;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.style.position = "fixed";
  field.style.opacity = "0";
  host.append(field);
  try {
    field.select();
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
