import type { PolicyDocument, SharingPolicy } from "#core/policy/document.ts";
import { documentText } from "#core/policy/document-text.ts";
import { changedJson } from "#core/policy/json-change.ts";
import type { Fix } from "./finding.ts";

/**
 * A document's text with the fix made, laid out as generated documents are: a fix that leads back to
 * what was generated gives the very same text.
 */
export function fixedText(
  { document, text }: { readonly document: SharingPolicy; readonly text: string },
  fix: Fix,
): string {
  const policy = changedJson(JSON.parse(text), fix.changes);
  // Laid out whatever it says: nothing is read from it.
  return documentText({ ...document, policy: policy as PolicyDocument });
}
