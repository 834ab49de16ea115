import { arnPatternTest } from "#core/proof/arn-pattern.ts";
import type { ConditionOperator } from "#core/proof/condition/operator.ts";

const compare: ConditionOperator["compare"] = (value, variables) =>
  value === "*" ? () => true : arnPatternTest(value, variables);

/**
 * ARNs, segment by segment with wildcards; Equals and Like mean the same.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const ARN_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  ArnEquals: { compare, negated: false },
  ArnLike: { compare, negated: false },
  ArnNotEquals: { compare, negated: true },
  ArnNotLike: { compare, negated: true },
};
