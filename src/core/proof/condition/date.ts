import { comparisons } from "#core/proof/condition/comparison.ts";
import { parseInstant } from "#core/proof/condition/instant.ts";

/**
 * Points in time, as ISO 8601 or epoch seconds on either side.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date
 */
export const DATE_OPERATORS = comparisons("Date", parseInstant);
