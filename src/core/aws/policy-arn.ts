import { type Parsed, parsed, refused } from "#core/brand.ts";
import { splitArn } from "./arn.ts";
import { isPartition } from "./region.ts";

/**
 * ARN of a managed policy, of an account or of AWS (`arn:aws:iam::aws:policy/…`).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
export function parseManagedPolicyArn(text: string): Parsed<string> {
  const arn = text.trim();
  const parts = splitArn(arn);
  if (
    parts !== undefined &&
    isPartition(parts.partition) &&
    parts.service === "iam" &&
    parts.region === "" &&
    /^(?:\d{12}|aws)$/.test(parts.account) &&
    /^policy\/(?:[A-Za-z0-9.,+@=_-]+\/)*[\w+=,.@-]{1,128}$/.test(parts.resource)
  ) {
    return parsed(arn);
  }
  return refused(
    "This is not the ARN of a managed policy; one looks like arn:aws:iam::111122223333:policy/VendorBoundary.",
  );
}
