import { readPreference } from "#platform/preference-storage.ts";
import { importEditors } from "./editors.ts";
import { usePreference } from "./use-preference.ts";

const VIEWS = ["editor", "plain"] as const;

export type DocumentView = (typeof VIEWS)[number];

const NAME = "document-view";
const NARROW = "(max-width: 699px)";

/** A phone gets plain text: its own selection and copying work there, and it is spared the editor's 0.6 MB. */
function usualView(): DocumentView {
  return window.matchMedia(NARROW).matches ? "plain" : "editor";
}

export function useDocumentView(): readonly [DocumentView, (view: DocumentView) => void] {
  return usePreference(NAME, VIEWS, usualView);
}

/**
 * Called by the wizard in a pause of the typing, so that the editors are there when Review opens.
 * Not for whoever reads plain text; a failure is told when the editors are wanted.
 */
export function prefetchEditors(): void {
  if ((readPreference(NAME, VIEWS) ?? usualView()) !== "editor") return;
  importEditors().catch(() => {});
}
