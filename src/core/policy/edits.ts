import type { SharingDocument } from "./document.ts";
import { documentText } from "./document-text.ts";
import { jsonError } from "./json-error.ts";

/** Hand edits: text by document id, laid over what was generated and never parsed back into values. */
export type Edits = ReadonlyMap<string, string>;

/** A document as it is judged, copied and bundled. */
export interface EffectiveDocument {
  readonly document: SharingDocument;
  readonly text: string;
  readonly generatedText: string;
  readonly edited: boolean;
  /** Why the text cannot be used, and what to do. */
  readonly problem?: string;
}

/** An edit that says the same as the generated text is no edit; one of a document that is gone is left out. */
export function effectiveDocuments(
  documents: readonly SharingDocument[],
  edits: Edits,
): readonly EffectiveDocument[] {
  return documents.map((document) => {
    const generatedText = documentText(document);
    const text = edits.get(document.id) ?? generatedText;
    const edited = text !== generatedText;
    const problem = edited ? problemOf(text) : undefined;
    return { document, text, generatedText, edited, ...(problem === undefined ? {} : { problem }) };
  });
}

function problemOf(text: string): string | undefined {
  const error = jsonError(text);
  if (error !== undefined) {
    return `Line ${error.line}, column ${error.column}: ${error.expected} is expected here. Correct the text or go back to the generated one.`;
  }
  const policy: unknown = JSON.parse(text);
  if (typeof policy !== "object" || policy === null || !Object.hasOwn(policy, "Statement")) {
    return "A policy document is an object with the elements Version and Statement. Correct the text or go back to the generated one.";
  }
  return undefined;
}
