import { parseInstant } from "#core/proof/condition/instant.ts";
import type { ConditionOperator } from "#core/proof/condition/operator.ts";

function comparing(
  holds: (requestValue: number, policyValue: number) => boolean,
  negated = false,
): ConditionOperator {
  return {
    negated,
    compare: (policyText) => {
      const policyValue = parseInstant(policyText);
      return (requestText) => {
        const requestValue = parseInstant(requestText);
        if (requestValue === undefined || policyValue === undefined) return false;
        return holds(requestValue, policyValue);
      };
    },
  };
}

/**
 * Points in time, as ISO 8601 or epoch seconds on either side.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export const DATE_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  DateEquals: comparing((request, policy) => request === policy),
  DateNotEquals: comparing((request, policy) => request === policy, true),
  DateLessThan: comparing((request, policy) => request < policy),
  DateLessThanEquals: comparing((request, policy) => request <= policy),
  DateGreaterThan: comparing((request, policy) => request > policy),
  DateGreaterThanEquals: comparing((request, policy) => request >= policy),
};
