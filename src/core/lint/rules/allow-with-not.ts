import type { Rule } from "#core/lint/rule.ts";

/** `NotPrincipal` is told by `public-principal`. */
export const allowWithNot: Rule = {
  id: "allow-with-not",
  severity: "warning",
  why: "Allow with NotAction or NotResource grants everything that is not named, also what AWS adds later.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
  of: "statement",
  check: ({ effect, json, path }) =>
    effect !== "Allow"
      ? []
      : (["NotAction", "NotResource"] as const)
          .filter((element) => Object.hasOwn(json, element))
          .map((element) => ({
            message: `This allows everything except what ${element} names. Name what is meant with ${element.slice(3)}.`,
            path: [...path, element],
          })),
};
