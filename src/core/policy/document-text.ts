import { canonicalJson, compactJson } from "./canonical.ts";
import type { SharingDocument } from "./document.ts";
import { documentSize, utf8Bytes } from "./size.ts";

/**
 * The text that is shown, copied and bundled. Readable, unless a bucket or key policy fits AWS's
 * limit only without white space: whether S3 counts it is not documented.
 */
export function documentText(document: SharingDocument): string {
  const pretty = canonicalJson(document.policy);
  const { unit, limit } = documentSize(document, pretty);
  return unit === "bytes" && utf8Bytes(pretty) > limit ? compactJson(document.policy) : pretty;
}
