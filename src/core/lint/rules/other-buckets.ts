import { bucketArn, objectArn } from "#core/aws/arn.ts";
import type { StatementView } from "#core/lint/document-view.ts";
import type { Rule, Sharing } from "#core/lint/rule.ts";
import { bucketIn, insteadOfEntry, isPattern, isWithin } from "#core/lint/statement-facts.ts";
import { keyUses } from "#core/policy/key-grants.ts";

/** Only where the caller's own policy says it: a bucket policy speaks of its bucket alone. */
export const otherBuckets: Rule = {
  id: "other-buckets",
  severity: "warning",
  why: "A * runs across every character, the slash included: a pattern in the bucket's name also matches other buckets that begin alike, and all their objects.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html",
  of: "statement",
  check: (statement, sharing) => {
    if (statement.effect !== "Allow" || statement.document.kind !== "identity-policy") return [];
    const types = resourceTypes(statement);
    if (types.size === 0) return [];
    return statement.resources
      .filter(({ text }) => text === "*" || isPattern(bucketIn(text) ?? ""))
      .map((entry) => {
        const meant = meantResources(entry.text, types, sharing);
        return {
          message:
            entry.text === "*"
              ? "* stands for every bucket, key and role there is. Name those that are shared."
              : `${entry.text} also matches other buckets. End the bucket's name, and add /* for its objects.`,
          path: entry.path,
          fix:
            meant.length === 0
              ? undefined
              : {
                  label: "Use what is shared",
                  changes: insteadOfEntry(statement, "Resource", entry, meant),
                },
        };
      });
  },
};

function resourceTypes({ actions }: StatementView): ReadonlySet<string> {
  return new Set(actions.flatMap(({ facts }) => facts.flatMap((one) => one.resourceTypes)));
}

/** What the agreement shares of these types, as far as the pattern stands for it already. */
function meantResources(
  pattern: string,
  types: ReadonlySet<string>,
  { agreement, accessPath }: Sharing,
): readonly string[] {
  const { partition, owner } = agreement;
  const { locations } = owner;
  const isAll = pattern === "*";
  const arns = [
    ...(types.has("bucket") ? locations.map(({ bucket }) => bucketArn(partition, bucket)) : []),
    ...(types.has("object")
      ? locations.map(({ bucket, prefix }) => objectArn(partition, bucket, prefix))
      : []),
    ...(isAll && types.has("key") ? keyUses(agreement).map(({ keyArn }) => keyArn) : []),
    ...(isAll && types.has("role") && accessPath.kind === "through-role"
      ? [accessPath.roleArn]
      : []),
  ];
  return [...new Set(arns)].filter((arn) => isWithin(arn, pattern));
}
