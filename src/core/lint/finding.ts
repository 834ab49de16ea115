import type { JsonChange } from "#core/policy/json-change.ts";
import type { JsonPath } from "#core/policy/json-place.ts";

/**
 * `error`: AWS refuses the document. The others AWS accepts: a `warning` does not do what is meant,
 * or more; a `note` is worth knowing.
 */
export type Severity = "error" | "warning" | "note";

/** Something to know about a document, or about the agreement. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** What is wrong and what to do, in a sentence or two. */
  readonly message: string;
  /** Why it matters. */
  readonly why: string;
  /** AWS's page about it. */
  readonly source: string;
  /** Id of the document; undefined when it is about the agreement alone. */
  readonly document?: string;
  /** Its place in the document. */
  readonly statementIndex?: number;
  /** The value in the document that causes it; empty for the document as a whole. */
  readonly path: JsonPath;
  /** The parameter that causes it, with row and column: `owner.buckets.0.encryption`. */
  readonly at?: string;
  /** Left out when a person has to decide. */
  readonly fix?: Fix;
}

/** What puts it right, in one step. */
export interface Fix {
  /** Imperative: "Use s3:ListBucket". */
  readonly label: string;
  readonly changes: readonly JsonChange[];
}

/** Two lists that are never mixed. */
export interface Findings {
  /** What AWS refuses. */
  readonly errors: readonly Finding[];
  /** What AWS accepts, and what we advise against. */
  readonly advice: readonly Finding[];
}
