import type { Agreement } from "#core/parameters/agreement.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import type { Side } from "#core/side.ts";

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
  /** To see what would change if these stood there as well. */
  readonly surroundings?: readonly Surrounding[];
}

/** A policy that somebody else has put there; as text, exactly as it was pasted. */
export type Surrounding = {
  /** Names it in the reasons. */
  readonly name: string;
  readonly text: string;
} & (
  | { readonly kind: "service control policy"; readonly side: Side }
  /** Of those of that side who have been granted something. */
  | { readonly kind: "permissions boundary"; readonly side: Side }
  /** One more of those of that side who have been granted something. */
  | { readonly kind: "identity policy"; readonly side: Side }
  /** Of account A. */
  | { readonly kind: "resource control policy" }
  /** Statements that the bucket's policy has besides. */
  | { readonly kind: "bucket policy"; readonly bucket: string }
);
