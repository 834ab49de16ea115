import type { StatementView } from "#core/lint/document-view.ts";
import type { Rule } from "#core/lint/rule.ts";
import { bucketIn, isPattern } from "#core/lint/statement-facts.ts";

/** What S3 answers is “Policy has invalid resource”, for `*` too. */
export const foreignResource: Rule = {
  id: "foreign-resource",
  severity: "error",
  why: "S3 refuses a bucket policy whose resources are not the bucket and its objects.",
  source:
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-resource-intro.html",
  of: "statement",
  check: (statement) => {
    const own = ownBucket(statement);
    if (own === undefined) return [];
    const { resources, notResources } = statement;
    return [...resources, ...notResources]
      .filter(({ text }) => !isOwn(text, own))
      .map(({ text, path }) => {
        const bucket = bucketIn(text);
        const named = bucket === undefined || isPattern(bucket) ? undefined : bucket;
        const start = text.slice(0, text.lastIndexOf(":") + 1);
        const rest = named === undefined ? "" : text.slice(start.length + named.length);
        return {
          message: `${text} is not in the bucket ${own}, and this is its policy. Name arn:…:${own} or what is below it.`,
          path,
          fix:
            named === undefined
              ? undefined
              : { label: `Use ${own}`, changes: [{ path, value: `${start}${own}${rest}` }] },
        };
      });
  },
};

function ownBucket({ document }: StatementView): string | undefined {
  const [only] = document.attachedTo;
  return document.kind === "bucket-policy" && only?.kind === "bucket" ? only.bucket : undefined;
}

function isOwn(resource: string, own: string): boolean {
  const bucket = bucketIn(resource);
  if (bucket === undefined) return false;
  if (!isPattern(bucket)) return bucket === own;
  const start = bucket.slice(0, bucket.search(/[*?]/));
  return own.startsWith(start);
}
