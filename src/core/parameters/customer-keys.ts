import { parseKeyArn } from "#core/aws/key-arn.ts";
import type { Draft } from "./parameter.ts";
import { cellText, rawRows } from "./raw.ts";

/** Some bucket is encrypted with a customer managed key. */
export function hasCustomerKey(draft: Draft): boolean {
  return rawRows(draft, "owner.buckets").some((row) => cellText(row, "encryption") === "sse-kms");
}

/** For a command: the first valid key of the buckets. */
export function firstKey(draft: Draft): string {
  const keys = rawRows(draft, "owner.buckets").map((row) => parseKeyArn(cellText(row, "keyArn")));
  return keys.flatMap((key) => (key.ok ? [key.value] : []))[0] ?? "<KEY_ARN>";
}
