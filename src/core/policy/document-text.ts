import { canonicalJson, compactJson } from "./canonical.ts";
import { isPolicy, type SharingDocument } from "./document.ts";
import { withoutLayout } from "./json-layout.ts";
import { byteLimit, utf8Bytes } from "./size.ts";

/**
 * The text that is shown, copied and bundled. Readable, unless a bucket or key policy fits AWS's
 * limit only without white space: whether S3 counts it is not documented.
 */
export function documentText(document: SharingDocument): string {
  const pretty = readableText(document);
  if (!isPolicy(document)) return pretty;
  const limit = byteLimit(document);
  if (limit === undefined || utf8Bytes(pretty) <= limit) return pretty;
  return document.merged === undefined
    ? compactJson(document.policy)
    : withoutLayout(document.merged);
}

/** Line by line, whatever its size: for looking at. What is no policy keeps the order it was made in. */
export function readableText(document: SharingDocument): string {
  return isPolicy(document)
    ? (document.merged ?? canonicalJson(document.policy))
    : JSON.stringify(document.content, null, 2);
}
