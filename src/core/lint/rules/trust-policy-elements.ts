import type { Rule } from "#core/lint/rule.ts";

const FORBIDDEN = ["Resource", "NotResource", "NotPrincipal"];

export const trustPolicyElements: Rule = {
  id: "trust-policy-elements",
  severity: "error",
  why: "A trust policy is part of its role, which is the resource, and says whom it trusts: IAM refuses one with a resource or with NotPrincipal.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html",
  of: "statement",
  check: ({ document, json, path }) =>
    document.kind !== "trust-policy"
      ? []
      : FORBIDDEN.filter((element) => Object.hasOwn(json, element)).map((element) => {
          const changes = [{ path: [...path, element], value: undefined }];
          const isResource = element !== "NotPrincipal";
          return {
            message: `A trust policy has no ${element}. ${isResource ? "Remove it." : "Name the principals that are trusted."}`,
            path: [...path, element],
            fix: isResource ? { label: `Remove ${element}`, changes } : undefined,
          };
        }),
};
