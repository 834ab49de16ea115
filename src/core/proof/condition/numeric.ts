import { comparisons } from "#core/proof/condition/comparison.ts";

const NUMBER = /^[+-]?\d{1,300}(\.\d{1,300})?$/;

function parseNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

/**
 * Decimal numbers, compared as numbers.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export const NUMERIC_OPERATORS = comparisons("Numeric", parseNumber);
