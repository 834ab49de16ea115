import { type Parsed, parsed, refused } from "#core/brand.ts";

const TAG_VALUE_MAX = 256;

/**
 * Accepts the value of an IAM tag, "" as well: at most 256 characters.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
export function parseTagValue(text: string): Parsed<string> {
  const value = text.trim();
  if (value.length > TAG_VALUE_MAX) {
    return refused(
      `A tag's value has at most ${TAG_VALUE_MAX} characters, this one has ${value.length}. Shorten it.`,
    );
  }
  return /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(value)
    ? parsed(value)
    : refused("A tag's value has only letters, digits, blanks and _ . : / = + - @. Correct it.");
}
