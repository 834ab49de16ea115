import { type Parsed, parsed, refused } from "#core/brand.ts";

/** Characters of the name of an inline or managed policy. @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html */
export const POLICY_NAME_MAX = 128;

/**
 * Name of an inline or managed policy.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export function parsePolicyName(text: string): Parsed<string> {
  const name = text.trim();
  if (name === "") return refused("Enter a name for the policy.");
  if (/^[\w+=,.@-]{1,128}$/.test(name)) return parsed(name);
  return refused(
    name.length > POLICY_NAME_MAX
      ? `The name has ${name.length} characters; a policy name has at most ${POLICY_NAME_MAX}. Shorten it.`
      : "A policy name has only letters, digits and + = , . @ - _. Remove the other characters.",
  );
}
