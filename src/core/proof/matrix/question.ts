import type { RequestContext } from "#core/proof/context.ts";
import type { Actor } from "./actors.ts";
import type { Circumstance } from "./circumstances.ts";

/**
 * Whose word counts besides the documents. An expected refusal must not depend on the other side
 * being careful, so that side is taken to allow everything.
 */
export type World =
  /** The documents, and nothing else. */
  | "documents"
  /** The caller's own account allows it everything. */
  | "generous-caller"
  /** The resource, whoever owns it, is open to everyone. */
  | "generous-resource"
  /** Both sides allow everything that no statement denies. */
  | "denies-only";

/** One call to AWS. */
export interface Call {
  /** All of them must be allowed for the call to succeed. */
  readonly actions: readonly string[];
  readonly resourceArn: string;
  readonly resourceAccount: string;
  /** What the call itself adds to the context, e.g. `s3:prefix`. */
  readonly context?: RequestContext | undefined;
  /** The customer managed key of the bucket, when the call reads or writes objects. */
  readonly keyArn?: string | undefined;
  /** Uploads come in one part, which needs no Decrypt. */
  readonly singlePart?: true;
}

export type QuestionKind =
  | "assume"
  | "external-id"
  | "guardrail"
  | "access"
  | "other-access"
  | "anything-else"
  | "other-prefix"
  | "other-bucket"
  | "other-account"
  | "other-role"
  | "key"
  | "console"
  | "also"
  | "owner";

/** Asked of one actor: is every call allowed, or is every call denied? */
export interface Question {
  readonly actor: Actor;
  readonly expected: "allowed" | "denied";
  readonly world: World;
  readonly calls: readonly Call[];
  /** In each of these circumstances. */
  readonly circumstances: readonly Circumstance[];
}

/** A line of the matrix: one thing to do, asked of several actors. */
export interface QuestionRow {
  /** Stable within an agreement: `read:acme-share-data/reports/`. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** Imperative, in AWS's words: "Read objects". */
  readonly title: string;
  readonly location?: { readonly bucket: string; readonly prefix: string };
  readonly questions: readonly Question[];
}

export interface QuestionSection {
  readonly id: "credentials" | "assume" | "data" | "session" | "consumer";
  readonly title: string;
  readonly note: string;
  /** Made one after the other, each when its turn comes: there can be thousands of calls in them. */
  readonly rows: readonly (() => readonly QuestionRow[])[];
}
