import { strToU8 } from "fflate";
import type { Prepared } from "#core/methods/method.ts";
import type { SharingDocument } from "#core/policy/document.ts";
import { type Matrix, proofMatrix } from "#core/proof/matrix.ts";
import { reviewedFileOf } from "#core/render/command-context.ts";
import { sha256 } from "#core/render/sha256.ts";
import { SIDE_FOLDERS } from "#core/side.ts";

/** A document as a bundle has it, byte for byte. */
export interface BundledDocument {
  readonly document: SharingDocument;
  readonly text: string;
}

/** What a proof is about, and its outcome. */
export interface Proven {
  readonly prepared: Prepared;
  readonly documents: readonly BundledDocument[];
  readonly matrix: Matrix;
}

/** Proves the documents of a bundle, whatever was done to them by hand. */
export function proven(prepared: Prepared, documents: readonly BundledDocument[]): Proven {
  return { prepared, documents, matrix: proofMatrix({ ...prepared, documents }) };
}

/** Inside the bundle. */
export function documentPath({ side, fileName }: SharingDocument): string {
  return `${SIDE_FOLDERS[side]}/${fileName}`;
}

/** Inside the bundle: what was there when the document was reviewed. */
export function reviewedPath(document: SharingDocument): string {
  return `${SIDE_FOLDERS[document.side]}/${reviewedFileOf(document)}`;
}

export function documentDigest({ text }: BundledDocument): string {
  return sha256(strToU8(text));
}
