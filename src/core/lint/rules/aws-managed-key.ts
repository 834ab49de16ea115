import type { Rule } from "#core/lint/rule.ts";
import { bucketCell } from "#core/parameters/buckets.ts";

/** A method that cannot work with the key refuses it itself. */
export const awsManagedKey: Rule = {
  id: "aws-managed-key",
  severity: "note",
  why: "The key policy of aws/s3 admits the principals of its own account through S3, and nobody can change it.",
  source:
    "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
  of: "agreement",
  check: ({ agreement, draft, accessPath }) =>
    accessPath.kind === "direct"
      ? []
      : agreement.owner.buckets
          .filter(({ encryption }) => encryption.kind === "aws-managed-key")
          .map(({ bucket }) => ({
            message: `${bucket} is encrypted with aws/s3, which only account A's own principals can use. That is enough here; another account can never be let in to it directly.`,
            at: bucketCell(draft, bucket, "encryption"),
          })),
};
