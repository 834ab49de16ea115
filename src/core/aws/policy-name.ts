import { type Parsed, parsed, refused } from "#core/brand.ts";

/**
 * Name of an inline or managed policy.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export function parsePolicyName(text: string): Parsed<string> {
  const name = text.trim();
  if (name === "") return refused("Enter a name for the policy.");
  if (/^[\w+=,.@-]{1,128}$/.test(name)) return parsed(name);
  return refused(
    name.length > 128
      ? `The name has ${name.length} characters; a policy name has at most 128. Shorten it.`
      : "A policy name has only letters, digits and + = , . @ - _. Remove the other characters.",
  );
}
