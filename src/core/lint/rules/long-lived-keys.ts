import type { Rule } from "#core/lint/rule.ts";

export const longLivedKeys: Rule = {
  id: "long-lived-keys",
  severity: "note",
  why: "Access keys of a user work until somebody deactivates them. AWS advises to let third parties assume a role with an external ID, which gives them keys for an hour.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  of: "document",
  check: ({ document }, { accessPath, documents }) => {
    const first = documents.find((one) =>
      one.document.attachedTo.some(({ kind }) => kind === "user"),
    );
    return accessPath.kind === "as-user" && first?.document.id === document.id
      ? [
          {
            message:
              "Who has this policy uses access keys that never expire. Rotate them regularly, and let the third party assume a role as soon as it can.",
          },
        ]
      : [];
  },
};
