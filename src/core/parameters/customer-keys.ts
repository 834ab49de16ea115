import { keyRegion, parseKeyArn } from "#core/aws/key-arn.ts";
import type { Draft } from "./parameter.ts";
import { cellText, rawRows } from "./raw.ts";
import { regionForCommand } from "./where.ts";

/** Some bucket is encrypted with a customer managed key. */
export function hasCustomerKey(draft: Draft): boolean {
  return rawRows(draft, "owner.buckets").some((row) => cellText(row, "encryption") === "sse-kms");
}

/** For a command: the first valid key of the buckets, and the region in which KMS has to be asked about it. */
export function firstKey(draft: Draft): { readonly arn: string; readonly region: string } {
  for (const row of rawRows(draft, "owner.buckets")) {
    const key = parseKeyArn(cellText(row, "keyArn"));
    if (key.ok) return { arn: key.value, region: keyRegion(key.value) };
  }
  return { arn: "<KEY_ARN>", region: regionForCommand(draft) };
}
