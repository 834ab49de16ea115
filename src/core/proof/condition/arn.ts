import { parseArnPattern } from "#core/proof/arn-pattern.ts";
import type { ConditionOperator } from "#core/proof/condition/operator.ts";
import { anyPattern, type TextTest } from "#core/proof/text-pattern.ts";

const compareAny = (values: readonly string[], variables: boolean): TextTest =>
  values.includes("*")
    ? () => true
    : anyPattern(values.map((value) => parseArnPattern(value, variables)));

const compare: ConditionOperator["compare"] = (value, variables) => compareAny([value], variables);

/**
 * ARNs, segment by segment with wildcards; Equals and Like mean the same.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const ARN_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  ArnEquals: { compare, compareAny, negated: false },
  ArnLike: { compare, compareAny, negated: false },
  ArnNotEquals: { compare, compareAny, negated: true },
  ArnNotLike: { compare, compareAny, negated: true },
};
