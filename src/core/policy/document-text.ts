import { canonicalJson, compactJson } from "./canonical.ts";
import type { SharingDocument } from "./document.ts";
import { byteLimit, utf8Bytes } from "./size.ts";

/**
 * The text that is shown, copied and bundled. Readable, unless a bucket or key policy fits AWS's
 * limit only without white space: whether S3 counts it is not documented.
 */
export function documentText(document: SharingDocument): string {
  const pretty = canonicalJson(document.policy);
  const limit = byteLimit(document);
  return limit !== undefined && utf8Bytes(pretty) > limit ? compactJson(document.policy) : pretty;
}
