import type { ConditionOperator } from "#core/proof/condition/operator.ts";
import { asciiLowerCase, expandedText, policyTextTest } from "#core/proof/policy-text.ts";

const equals: ConditionOperator["compare"] = (value, variables) =>
  policyTextTest(value, { wildcards: false, variables });

const equalsIgnoreCase: ConditionOperator["compare"] = (value, variables) => {
  const text = expandedText(value, variables);
  return (requestValue, context) => {
    const policyValue = text(context);
    return (
      policyValue !== undefined && asciiLowerCase(policyValue) === asciiLowerCase(requestValue)
    );
  };
};

const like: ConditionOperator["compare"] = (value, variables) =>
  policyTextTest(value, { wildcards: true, variables });

/**
 * Texts: Equals takes `*` and `?` literally and Like does not; both regard case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const STRING_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  StringEquals: { compare: equals, negated: false },
  StringNotEquals: { compare: equals, negated: true },
  StringEqualsIgnoreCase: { compare: equalsIgnoreCase, negated: false },
  StringNotEqualsIgnoreCase: { compare: equalsIgnoreCase, negated: true },
  StringLike: { compare: like, negated: false },
  StringNotLike: { compare: like, negated: true },
};
