import type { ContextValues } from "#core/proof/context.ts";

/**
 * `"true"`: the key must be absent; `"false"`: it must be there.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
export function nullCondition(
  key: string,
  values: readonly string[],
): (context: ContextValues) => boolean {
  const wanted = new Set(values.map((value) => value.toLowerCase()));
  return (context) => wanted.has(context.has(key) ? "false" : "true");
}
