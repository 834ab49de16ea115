import { type Parsed, parsed, refused } from "#core/brand.ts";

/**
 * Accepts "" (the default credentials) or the name of an AWS CLI profile. Quotes, brackets and other characters
 * that mean something to a shell or to `~/.aws/config` are refused.
 * @see https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html
 */
export function parseProfile(text: string): Parsed<string> {
  const name = text.trim();
  if (/^(?:\w[\w+=,.@:/ -]{0,127})?$/.test(name)) return parsed(name);
  if (name.length > 128)
    return refused(
      "A profile name of more than 128 characters is not supported; shorten it in ~/.aws/config.",
    );
  if (!/^\w/.test(name))
    return refused(
      "A profile name begins with a letter, a digit or an underscore; check the name.",
    );
  return refused(
    "A profile name has only letters, digits, blanks and _ + = , . @ : / - here; rename it in ~/.aws/config.",
  );
}
