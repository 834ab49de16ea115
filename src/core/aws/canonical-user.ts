import { type Parsed, parsed, refused } from "#core/brand.ts";

/**
 * Canonical user ID of an account: what access control lists call it. E-mail addresses ended on
 * 1 October 2025, since when S3 answers a request that carries one with 405.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/finding-canonical-user-id.html
 */
export function parseCanonicalUserId(text: string): Parsed<string> {
  const id = text.trim();
  if (/^[0-9a-f]{64}$/.test(id)) return parsed(id);
  if (id.includes("@")) {
    return refused(
      "S3 takes no e-mail address any more: since 1 October 2025 it answers 405 MethodNotAllowed. Enter the account's canonical user ID; the command below prints it.",
    );
  }
  if (id === "") {
    return refused("Enter the canonical user ID, 64 digits and letters a to f.");
  }
  if (/^\d{12}$/.test(id) || id.startsWith("arn:")) {
    return refused(
      "An ACL names no account ID and no ARN; enter the canonical user ID, 64 digits and letters a to f.",
    );
  }
  if (/^[0-9a-f]{64}$/i.test(id)) {
    return refused("Write the canonical user ID in lower case, as AWS prints it.");
  }
  return refused(
    `A canonical user ID has 64 digits and letters a to f; this text has ${id.length} characters. Copy all of it.`,
  );
}
