import { type Brand, type Parsed, parsed, refused } from "#core/brand.ts";
import { keyTextProblem } from "./prefix.ts";

/** Key of one object. Not escaped for policies. */
export type ObjectKey = Brand<string, "ObjectKey">;

/**
 * Accepts the whole key of one object that a policy can name, case and blanks inside as they are: no wildcard, at most
 * 1,024 bytes.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function parseObjectKey(text: string): Parsed<ObjectKey> {
  const key = text.trim();
  if (key === "") return refused("Enter the key of the object, for example reports/summary.csv.");
  if (key.endsWith("/")) {
    return refused("This is a prefix, not an object: add it to the locations instead.");
  }
  if (key.includes("*")) return refused("Enter the whole key; a wildcard names no object.");
  if (/^(?:s3|https?):\/\/|^arn:/i.test(key)) {
    return refused("Enter only the key, the part after the bucket's name.");
  }
  const problem = keyTextProblem(key, "key");
  return problem === undefined ? parsed(key as ObjectKey) : refused(problem);
}
