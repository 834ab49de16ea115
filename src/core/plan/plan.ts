import type { Operation } from "#core/plan/operation.ts";
import type { Side } from "#core/side.ts";

export interface PlanStep {
  /** Stable, e.g. `put-bucket-policy-acme-share-data`. */
  readonly id: string;
  readonly side: Side;
  /** `prepare` looks, `apply` changes, `use` is for the consumer's people afterwards, `verify` probes. */
  readonly phase: "prepare" | "apply" | "use" | "verify";
  /** Imperative, short. */
  readonly title: string;
  /** Why this step, and why here. */
  readonly why: string;
  /** Ids of steps, of either side, that must be done before. */
  readonly needs: readonly string[];
  readonly operations: readonly Operation[];
  /** How to see that it worked. Empty when the operations themselves are the check. */
  readonly check: readonly Operation[];
  readonly undo:
    | { readonly kind: "operations"; readonly operations: readonly Operation[] }
    /** Nothing was changed, or nothing needs to be taken back; the reason is told. */
    | { readonly kind: "nothing"; readonly reason: string };
  /** Ids of documents this step puts in place. */
  readonly documents: readonly string[];
  /** IAM is eventually consistent: the script tries again for a while before it gives up. */
  readonly retries: boolean;
}

/** Ordered over both accounts: doing the steps from top to bottom is always right. */
export interface Plan {
  readonly steps: readonly PlanStep[];
}
