import type { ConditionOperator } from "#core/proof/condition/operator.ts";

/**
 * `true` or `false`, in any case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export const BOOL_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  Bool: {
    negated: false,
    compare: (policyText) => {
      const policyValue = policyText.toLowerCase();
      const isBoolean = policyValue === "true" || policyValue === "false";
      return (requestText) => isBoolean && requestText.toLowerCase() === policyValue;
    },
  },
};
