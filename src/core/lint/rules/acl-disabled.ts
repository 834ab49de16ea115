import type { StatementView } from "#core/lint/document-view.ts";
import type { Fix } from "#core/lint/finding.ts";
import type { Hit, Rule, Sharing } from "#core/lint/rule.ts";
import { bucketIn, withoutEntry } from "#core/lint/statement-facts.ts";
import { bucketCell } from "#core/parameters/buckets.ts";

const ACL_ACTIONS = ["s3:putobjectacl", "s3:putobjectversionacl"];
const ACL_KEYS = /^s3:x-amz-(acl|grant-)/;

export const aclDisabled: Rule = {
  id: "acl-disabled",
  severity: "warning",
  why: "With Bucket owner enforced, ACLs are disabled: account A owns every object, setting an ACL fails, and only bucket-owner-full-control is taken in a header.",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html",
  of: "statement",
  check: (statement, sharing) => {
    const bucket = statement.effect === "Allow" ? enforcedBucket(statement, sharing) : undefined;
    // AWS services that deliver logs always send bucket-owner-full-control, which S3 takes.
    if (bucket === undefined || statement.principals.some(({ type }) => type === "Service")) {
      return [];
    }
    const at = bucketCell(sharing.draft, bucket, "ownership");
    const view = sharing.documents.find(({ document }) => document.id === statement.document.id);
    const isConditioned = (key: string) => ACL_KEYS.test(key.toLowerCase());
    return [
      ...statement.actions
        .filter(({ text }) => ACL_ACTIONS.includes(text.toLowerCase()))
        .map((entry): Hit => {
          const changes = withoutEntry(view, statement, "Action", entry);
          return {
            message: `ACLs are disabled on ${bucket}, so ${entry.text} cannot succeed. Remove it, or choose Bucket owner preferred.`,
            path: entry.path,
            at,
            fix: changes === undefined ? undefined : { label: `Remove ${entry.text}`, changes },
          };
        }),
      ...statement.conditions
        .filter(({ key, operator }) => isConditioned(key) && !/Not|IfExists|Null/.test(operator))
        .map(
          ({ key, operator, path }): Hit => ({
            message: `ACLs are disabled on ${bucket}, and this asks for an ACL header (${key}) with every upload. Remove the condition.`,
            path,
            at,
            fix: withoutCondition(statement, operator, key),
          }),
        ),
    ];
  },
};

function enforcedBucket({ resources }: StatementView, { agreement }: Sharing): string | undefined {
  const named = new Set(resources.map(({ text }) => bucketIn(text)));
  const buckets = agreement.owner.buckets.filter(({ bucket }) => named.has(bucket));
  return buckets.length > 0 && buckets.every(({ ownership }) => ownership === "BucketOwnerEnforced")
    ? buckets[0]?.bucket
    : undefined;
}

function withoutCondition({ conditions, path }: StatementView, operator: string, key: string): Fix {
  const sameOperator = conditions.filter((one) => one.operator === operator);
  const place =
    conditions.length === 1
      ? [...path, "Condition"]
      : sameOperator.length === 1
        ? [...path, "Condition", operator]
        : [...path, "Condition", operator, key];
  return { label: "Remove the condition", changes: [{ path: place, value: undefined }] };
}
