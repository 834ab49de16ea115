import { parseIpRange } from "#core/proof/condition/ip-range.ts";
import type { ConditionOperator } from "#core/proof/condition/operator.ts";

const compare: ConditionOperator["compare"] = (policyText) => {
  const range = parseIpRange(policyText);
  return (requestText) => {
    const address = parseIpRange(requestText);
    if (range === undefined || address === undefined) return false;
    // Widths differ between IPv4 and IPv6: never in each other's ranges.
    return (
      range.bits.length === address.bits.length &&
      address.prefixLength >= range.prefixLength &&
      address.bits.startsWith(range.bits.slice(0, range.prefixLength))
    );
  };
};

/**
 * IPv4 and IPv6 ranges; an address without a length is that one address.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress
 */
export const IP_ADDRESS_OPERATORS: Readonly<Record<string, ConditionOperator>> = {
  IpAddress: { compare, negated: false },
  NotIpAddress: { compare, negated: true },
};
