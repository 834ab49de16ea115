import type { ConditionOperator } from "#core/proof/condition/operator.ts";

/**
 * Base64 texts, compared as they are.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const BINARY_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  BinaryEquals: {
    negated: false,
    compare: (policyValue) => (requestValue) => requestValue === policyValue,
  },
};
