import type { Agreement } from "#core/parameters/agreement.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import type { SharingDocument } from "#core/policy/document.ts";

/** A document as it will be put in place, hand edits included. Only the text is judged. */
export interface JudgedDocument {
  readonly document: SharingDocument;
  readonly text: string;
}

/** What is proven: that these documents grant what was agreed, and nothing more. */
export interface Sharing {
  readonly agreement: Agreement;
  readonly accessPath: AccessPath;
  readonly documents: readonly JudgedDocument[];
}
