import type { ConditionOperator } from "#core/proof/condition/operator.ts";

const NUMBER = /^[+-]?\d{1,300}(\.\d{1,300})?$/;

function parseNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined;
}

function comparing(
  holds: (requestValue: number, policyValue: number) => boolean,
  negated = false,
): ConditionOperator {
  return {
    negated,
    compare: (policyText) => {
      const policyValue = parseNumber(policyText);
      return (requestText) => {
        const requestValue = parseNumber(requestText);
        if (requestValue === undefined || policyValue === undefined) return false;
        return holds(requestValue, policyValue);
      };
    },
  };
}

/**
 * Decimal numbers, compared as numbers.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export const NUMERIC_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  NumericEquals: comparing((request, policy) => request === policy),
  NumericNotEquals: comparing((request, policy) => request === policy, true),
  NumericLessThan: comparing((request, policy) => request < policy),
  NumericLessThanEquals: comparing((request, policy) => request <= policy),
  NumericGreaterThan: comparing((request, policy) => request > policy),
  NumericGreaterThanEquals: comparing((request, policy) => request >= policy),
};
