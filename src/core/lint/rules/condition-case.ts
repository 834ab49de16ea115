import type { Rule } from "#core/lint/rule.ts";

export const conditionCase: Rule = {
  id: "condition-case",
  severity: "error",
  why: "Condition keys compare without regard to case, so these are one key twice: AWS refuses the policy.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  of: "statement",
  check: ({ conditions }) => {
    const seen = new Map<string, string>();
    return conditions.flatMap(({ operator, key, path }) => {
      const id = `${operator} ${key.toLowerCase()}`;
      const before = seen.get(id);
      seen.set(id, before ?? key);
      return before === undefined
        ? []
        : [{ message: `${before} and ${key} are the same key. Join their values in one.`, path }];
    });
  },
};
