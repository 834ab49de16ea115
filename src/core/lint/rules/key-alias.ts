import { splitArn } from "#core/aws/arn.ts";
import type { Rule } from "#core/lint/rule.ts";
import { insteadOfEntry } from "#core/lint/statement-facts.ts";
import { keyUses } from "#core/policy/key-grants.ts";

const AWS_MANAGED = "alias/aws/s3";

export const keyAlias: Rule = {
  id: "key-alias",
  severity: "warning",
  why: "As a Resource an alias means the alias itself, not its key: using the key is then neither allowed nor denied.",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/alias-access.html",
  of: "statement",
  check: (statement, { agreement }) => {
    if (!usesKeys(statement.actions.map(({ text }) => text))) return [];
    const keys = keyUses(agreement).map(({ keyArn }) => keyArn);
    return statement.resources
      .filter(({ text }) => isAlias(text))
      .map((entry) => {
        const isManaged = entry.text.endsWith(AWS_MANAGED);
        return {
          message: isManaged
            ? "aws/s3 is AWS's own key: it admits only its account, and nobody can change its policy. Encrypt with a customer managed key and name that."
            : "An alias is no key here. Name the key's ARN.",
          path: entry.path,
          fix:
            keys.length === 0
              ? undefined
              : {
                  label: keys.length === 1 ? "Use the key's ARN" : "Use the keys' ARNs",
                  changes: insteadOfEntry(statement, "Resource", entry, keys),
                },
        };
      });
  },
};

export function isAlias(resource: string): boolean {
  if (!resource.includes("alias/")) return false;
  const arn = splitArn(resource);
  return (
    (arn?.service === "kms" && arn.resource.startsWith("alias/")) || resource.startsWith("alias/")
  );
}

/** Besides these KMS has actions on aliases themselves. */
function usesKeys(actions: readonly string[]): boolean {
  return actions.some((action) => /^kms:/i.test(action) && !/Alias(es)?$/i.test(action));
}
