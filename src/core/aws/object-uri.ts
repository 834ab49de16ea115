import { type Parsed, parsed, refused } from "#core/brand.ts";
import { type BucketName, parseBucketName } from "./bucket-name.ts";
import { type ObjectKey, parseObjectKey } from "./object-key.ts";
import { type Prefix, parsePrefix } from "./prefix.ts";
import { parseS3Reference } from "./s3-reference.ts";

/** One object of a bucket. */
export interface ObjectAddress {
  readonly bucket: BucketName;
  readonly key: ObjectKey;
}

/** Everything below a prefix of a bucket; "" for all of it. */
export interface PrefixAddress {
  readonly bucket: BucketName;
  readonly prefix: Prefix;
}

const S3_URI = /^s3:\/\/([^/]+)(?:\/(.*))?$/s;

/** Bucket and the rest, of an `s3://` URI or of an object's https address. */
function split(text: string): readonly [bucket: string, rest: string] | undefined {
  const uri = S3_URI.exec(text);
  if (uri !== null) return [uri[1] ?? "", uri[2] ?? ""];
  const reference = /^https:\/\//i.test(text) ? parseS3Reference(text) : undefined;
  return reference && [reference.bucket, reference.object ?? reference.prefix];
}

/**
 * `s3://bucket/key`, or the object's https address.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html
 */
export function parseObjectUri(text: string): Parsed<ObjectAddress> {
  const parts = split(text.trim());
  if (parts === undefined) return refused("Enter the file's S3 URI, s3://bucket/key.");
  const bucket = parseBucketName(parts[0]);
  if (!bucket.ok) return bucket;
  const key = parts[1];
  if (key.includes("*")) {
    return refused("Name each file: there is no wildcard. For a whole folder use URI prefixes.");
  }
  if (key === "" || key.endsWith("/")) {
    return refused("This is a folder, not a file; enter it under URI prefixes, or add the file.");
  }
  const checked = parseObjectKey(key);
  // A blank before the key is part of it here, where the key is not typed alone.
  return checked.ok ? parsed({ bucket: bucket.value, key: key as ObjectKey }) : checked;
}

/** `s3://bucket/prefix/`, or `s3://bucket` for all of it. */
export function parsePrefixUri(text: string): Parsed<PrefixAddress> {
  const parts = split(text.trim());
  if (parts === undefined) return refused("Enter an S3 URI that ends with /, s3://bucket/prefix/.");
  const bucket = parseBucketName(parts[0]);
  if (!bucket.ok) return bucket;
  const prefix = parsePrefix(parts[1]);
  return prefix.ok ? parsed({ bucket: bucket.value, prefix: prefix.value }) : prefix;
}
