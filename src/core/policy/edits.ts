import type { ContentKind, DocumentKind, SharingDocument } from "./document.ts";
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
    const problem = edited ? problemOf(document.kind, text) : undefined;
    return { document, text, generatedText, edited, ...(problem === undefined ? {} : { problem }) };
  });
}

/** What each kind cannot do without, and what it is called. */
const CONTENTS: Readonly<Record<ContentKind, readonly [name: string, ...elements: string[]]>> = {
  "access-control-list": ["An access control list", "Owner", "Grants"],
  manifest: ["A manifest", "fileLocations"],
  request: ["A request"],
};

function isContent(kind: DocumentKind): kind is ContentKind {
  return Object.hasOwn(CONTENTS, kind);
}

function problemOf(kind: DocumentKind, text: string): string | undefined {
  const error = jsonError(text);
  if (error !== undefined) {
    return `Line ${error.line}, column ${error.column}: ${error.expected} is expected here. Correct the text or go back to the generated one.`;
  }
  const value: unknown = JSON.parse(text);
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  if (isContent(kind)) {
    const [name, ...elements] = CONTENTS[kind];
    if (isObject && elements.every((element) => Object.hasOwn(value, element))) return undefined;
    const wanted = elements.length === 0 ? "" : ` with ${elements.join(" and ")}`;
    return `${name} is an object${wanted}. Correct the text or go back to the generated one.`;
  }
  if (!isObject || !Object.hasOwn(value, "Statement")) {
    return "A policy document is an object with the elements Version and Statement. Correct the text or go back to the generated one.";
  }
  return undefined;
}
