import type { ConditionOperator } from "#core/proof/condition/operator.ts";
import {
  asciiLowerCase,
  expandedText,
  parseTextPattern,
  policyTextTest,
} from "#core/proof/policy-text.ts";
import { anyPattern } from "#core/proof/text-pattern.ts";

const texts = (wildcards: boolean): Pick<ConditionOperator, "compare" | "compareAny"> => ({
  compare: (value, variables) => policyTextTest(value, { wildcards, variables }),
  compareAny: (values, variables) =>
    anyPattern(values.map((value) => parseTextPattern(value, { wildcards, variables }))),
});

const equalsIgnoreCase: ConditionOperator["compare"] = (value, variables) => {
  const text = expandedText(value, variables);
  return (requestValue, context) => {
    const policyValue = text(context);
    return (
      policyValue !== undefined && asciiLowerCase(policyValue) === asciiLowerCase(requestValue)
    );
  };
};

/**
 * Texts: Equals takes `*` and `?` literally and Like does not; both regard case.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const STRING_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  StringEquals: { ...texts(false), negated: false },
  StringNotEquals: { ...texts(false), negated: true },
  StringEqualsIgnoreCase: { compare: equalsIgnoreCase, negated: false },
  StringNotEqualsIgnoreCase: { compare: equalsIgnoreCase, negated: true },
  StringLike: { ...texts(true), negated: false },
  StringNotLike: { ...texts(true), negated: true },
};
