import { type Brand, type Parsed, parsed, refused } from "#core/brand.ts";
import { parsePrefix } from "./prefix.ts";

/** Key of one object. Not escaped for policies. */
export type ObjectKey = Brand<string, "ObjectKey">;

/** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html */
export function parseObjectKey(text: string): Parsed<ObjectKey> {
  const key = text.trim();
  if (key === "") return refused("Enter the key of the object, for example reports/summary.csv.");
  if (key.endsWith("/")) {
    return refused("This is a prefix, not an object: add it to the locations instead.");
  }
  if (key.includes("*")) return refused("Enter the whole key; a wildcard names no object.");
  // A key is limited as a prefix is.
  const place = parsePrefix(`${key}/`);
  return place.ok
    ? parsed(key as ObjectKey)
    : refused(place.message.replaceAll("a prefix", "a key").replaceAll("prefix", "key"));
}
