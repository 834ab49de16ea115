import { rootArn } from "#core/aws/arn.ts";
import type { StatementView } from "#core/lint/document-view.ts";
import type { Rule, Sharing } from "#core/lint/rule.ts";
import { isPublicStatement } from "#core/proof/public-policy.ts";

export const publicPrincipal: Rule = {
  id: "public-principal",
  severity: "warning",
  why: "By AWS's definition a grant to everyone is public unless a condition pins it to fixed accounts, organizations, networks or sources. Block Public Access refuses such a bucket policy, or shuts out all other accounts.",
  source:
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  of: "statement",
  check: (statement, sharing) => {
    const { compiled, path, json } = statement;
    if (compiled === undefined || !isPublicStatement(compiled) || isPinned(statement)) return [];
    const negated = json["NotPrincipal"] !== undefined;
    const element = negated ? "NotPrincipal" : "Principal";
    return [
      {
        message: negated
          ? "Everyone but the named principals gets this, other accounts and the public included. Name those who are meant."
          : "Everyone gets this, the public included. Name the principals that are meant, or pin the grant by a condition.",
        path: [...path, element],
        fix: negated ? undefined : fixOf(statement, sharing),
      },
    ];
  },
};

/** KMS has a key of its own for the caller's account. */
function isPinned({ document, conditions }: StatementView): boolean {
  return (
    document.kind === "key-policy" &&
    conditions.some(
      ({ operator, key, values }) =>
        /^String(Equals|Like)$/.test(operator) &&
        key.toLowerCase() === "kms:calleraccount" &&
        values.length > 0 &&
        values.every(({ text }) => /^\d{12}$/.test(text)),
    )
  );
}

function fixOf({ path }: StatementView, { agreement, accessPath }: Sharing) {
  const { partition, consumer } = agreement;
  if (accessPath.kind === "as-user" || !/^\d{12}$/.test(consumer.account)) return undefined;
  return {
    label: "Name account B instead",
    changes: [
      { path: [...path, "Principal"], value: { AWS: rootArn(partition, consumer.account) } },
    ],
  };
}
