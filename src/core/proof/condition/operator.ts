import type { TextTest } from "#core/proof/policy-text.ts";

/** How a condition operator compares one request value with one policy value. */
export interface ConditionOperator {
  /**
   * Prepares a policy value. For a negated operator this is the comparison that must not hold.
   * A value that the operator cannot read compares with nothing.
   */
  readonly compare: (policyValue: string, variables: boolean) => TextTest;
  /** `…Not…`: no policy value may hold, and a missing key is a match. */
  readonly negated: boolean;
}
