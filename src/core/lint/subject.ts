import type { Agreement } from "#core/parameters/agreement.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import type { SharingDocument } from "#core/policy/document.ts";

/** A document as it will be put in place, hand edits included. Only the text of policies is judged. */
export interface LintedDocument {
  readonly document: SharingDocument;
  readonly text: string;
}

/** What is looked at. */
export interface Subject {
  readonly agreement: Agreement;
  /** For the places of its values. */
  readonly draft: Draft;
  readonly accessPath: AccessPath;
  readonly documents: readonly LintedDocument[];
  /** `YYYY-MM-DD`; without it nothing is said about what has expired. */
  readonly today?: string;
}
