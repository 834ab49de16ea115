import type { TextTest } from "#core/proof/text-pattern.ts";

/** How a condition operator compares one request value with one policy value. */
export interface ConditionOperator {
  /**
   * Prepares a policy value. For a negated operator this is the comparison that must not hold.
   * A value that the operator cannot read compares with nothing.
   */
  readonly compare: (policyValue: string, variables: boolean) => TextTest;
  /** The same for several values at once, where it is faster than one after the other. */
  readonly compareAny?: (policyValues: readonly string[], variables: boolean) => TextTest;
  /** `…Not…`: no policy value may hold, and a missing key is a match. */
  readonly negated: boolean;
}
