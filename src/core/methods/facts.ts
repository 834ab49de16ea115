/** What the advisor asks. One answer each; `core/advisor/questions.ts` has the words. */
export interface Answers {
  /** Who reads or writes the data. */
  readonly consumer: "team" | "third-party" | "quicksight" | "directory";
  /** Whether they have an AWS account. */
  readonly account: "yes" | "no";
  /** Pairs of a grantee and a prefix. */
  readonly scale: "few" | "many";
  /** Services of account A other than S3. */
  readonly services: "no" | "yes";
  readonly key: "sse-s3" | "customer-key" | "aws-s3";
  /** What their client is able to do. */
  readonly client: "keys" | "own" | "role" | "grants";
}

export type QuestionId = keyof Answers;

/** Holds when each question named here has one of the answers; a question not named does not matter. */
export type When = { readonly [Id in QuestionId]?: readonly Answers[Id][] };

/** A sentence, and AWS's page that says so. */
export interface Sourced {
  readonly text: string;
  readonly source: string;
}

/** A reason that holds for some answers only. */
export interface Reason extends Sourced {
  readonly when: When;
}

/** A case of the decision order; each belongs to one method. */
export type Situation =
  | "dashboards"
  | "directory"
  | "keys-only"
  | "third-party"
  | "many-grants"
  | "inside-owner"
  | "usual";

/** What AWS lets a method do, whatever the decision order prefers. */
export interface Advice {
  /** What choosing the method says already. */
  readonly given: { readonly [Id in QuestionId]?: Answers[Id] };
  readonly bestFor: readonly Situation[];
  /** Each alone makes the method impossible for those answers. */
  readonly ruledOut: readonly Reason[];
  /** Why another method is better where this one would work; the first that holds is told. The last holds always. */
  readonly behind: readonly Reason[];
}

/** The rows of the comparison, in the order in which they are read. */
export const ASPECTS = [
  { id: "credentials", title: "Credentials" },
  { id: "scale", title: "Scale" },
  { id: "granularity", title: "Granularity" },
  { id: "audit", title: "Audit" },
  { id: "console", title: "S3 console" },
  { id: "services", title: "Other services" },
  { id: "encryption", title: "SSE-KMS" },
  { id: "ownerEffort", title: "Effort in account A" },
  { id: "consumerEffort", title: "Effort of the consumer" },
] as const;

export type Aspect = (typeof ASPECTS)[number]["id"];

export type Comparison = { readonly [OneAspect in Aspect]: Sourced };

/** What is known about a method beside how it is done: for choosing, never for documents. */
export interface MethodFacts {
  readonly advice: Advice;
  readonly comparison: Comparison;
}
