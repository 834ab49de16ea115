import { type Parsed, parsed, refused } from "#core/brand.ts";
import { IAM_NAME, IAM_NAME_MAX } from "./iam-name.ts";
import { parseIamPath } from "./role.ts";

/**
 * Accepts the name of a user to be created: 1 to 64 characters, without its path.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html
 */
export function parseUserName(text: string): Parsed<string> {
  const name = text.trim();
  if (name === "") return refused("Enter a name for the user, for example vendor-acme.");
  if (name.startsWith("arn:")) {
    return refused("Enter only the user's name, the part of the ARN after the last slash.");
  }
  if (name.includes("/")) {
    return refused("Enter only the name; what stands before the last slash is the user path.");
  }
  if (IAM_NAME.test(name)) return parsed(name);
  return refused(
    name.length > IAM_NAME_MAX
      ? `The name has ${name.length} characters; a user name has at most ${IAM_NAME_MAX}. Shorten it.`
      : "A user name has only letters, digits and + = , . @ - _. Remove the other characters.",
  );
}

/**
 * A path for a user and its managed policies: policies allow fewer characters.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html
 */
export function parsePolicyPath(text: string): Parsed<string> {
  const path = parseIamPath(text);
  if (!path.ok || /^\/(?:[A-Za-z0-9.,+@=_-]+\/)*$/.test(path.value)) return path;
  return refused(
    "The user's policy gets the same path, and there only letters, digits and . , + @ = _ - stand between slashes. Remove the other characters.",
  );
}
