import type { ConditionOperator } from "#core/proof/condition/operator.ts";

/** The six operators of values that have an order. What cannot be read compares with nothing. */
export function comparisons(
  name: "Date" | "Numeric",
  parse: (text: string) => number | undefined,
): Readonly<Record<string, ConditionOperator>> {
  const comparing = (
    holds: (requestValue: number, policyValue: number) => boolean,
    negated = false,
  ): ConditionOperator => ({
    negated,
    compare: (policyText) => {
      const policyValue = parse(policyText);
      return (requestText) => {
        const requestValue = parse(requestText);
        if (requestValue === undefined || policyValue === undefined) return false;
        return holds(requestValue, policyValue);
      };
    },
  });
  return {
    [`${name}Equals`]: comparing((request, policy) => request === policy),
    [`${name}NotEquals`]: comparing((request, policy) => request === policy, true),
    [`${name}LessThan`]: comparing((request, policy) => request < policy),
    [`${name}LessThanEquals`]: comparing((request, policy) => request <= policy),
    [`${name}GreaterThan`]: comparing((request, policy) => request > policy),
    [`${name}GreaterThanEquals`]: comparing((request, policy) => request >= policy),
  };
}
