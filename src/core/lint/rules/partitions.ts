import { splitArn } from "#core/aws/arn.ts";
import type { Entry } from "#core/lint/document-view.ts";
import type { Hit, Rule } from "#core/lint/rule.ts";
import { OWNER_ACCOUNT_PLACEHOLDER } from "#core/parameters/placeholders.ts";

export const partitions: Rule = {
  id: "partitions",
  severity: "error",
  why: "A policy works inside one partition: AWS refuses principals and resources of another, and a condition on one never holds.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html",
  of: "statement",
  check: ({ principals, resources, notResources, conditions }, { agreement }) => {
    const { partition, owner } = agreement;
    if (owner.account === OWNER_ACCOUNT_PLACEHOLDER) return [];
    const usual = `arn:${partition}:`;
    const check =
      (severity: "error" | "warning") =>
      (entry: Entry): readonly Hit[] => {
        if (entry.text.startsWith(usual)) return [];
        const arn = splitArn(entry.text);
        if (arn === undefined || arn.partition === partition || /[*?$]/.test(arn.partition))
          return [];
        const own = `arn:${partition}:${entry.text.slice(entry.text.indexOf(":", 4) + 1)}`;
        return [
          {
            severity,
            message: `This ARN is in partition “${arn.partition}”, but ${owner.region} is in ${partition}. Use arn:${partition}:….`,
            path: entry.path,
            fix: {
              label: `Use partition ${partition}`,
              changes: [{ path: entry.path, value: own }],
            },
          },
        ];
      };
    return [
      ...[...principals, ...resources, ...notResources].flatMap(check("error")),
      ...conditions.flatMap(({ values }) => values.flatMap(check("warning"))),
    ];
  },
};
