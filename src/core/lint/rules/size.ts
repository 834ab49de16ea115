import type { Rule } from "#core/lint/rule.ts";
import { documentSize, policySize } from "#core/policy/size.ts";

/** A document as it was generated is told of by the agreement's own checks. */
export const size: Rule = {
  id: "size",
  severity: "error",
  why: "AWS refuses a policy that is longer than the quota for its kind.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  of: "document",
  check: ({ document, json, text }) => {
    if (json === undefined) return [];
    const { state, used, limit, unit, wayOut } = documentSize(document, text);
    if (state === "fits") return [];
    const generated = policySize(document, document.policy);
    if (generated.state === state || generated.state === "over") return [];
    const isOver = state === "over";
    return [
      {
        severity: isOver ? "error" : "warning",
        message: `The document has ${used.toLocaleString("en-US")} ${unit}, ${isOver ? "over" : "near"} AWS's limit of ${limit.toLocaleString("en-US")}. ${wayOut}`,
        path: [],
      },
    ];
  },
};
