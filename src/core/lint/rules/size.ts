import type { Rule } from "#core/lint/rule.ts";
import type { PolicyDocument } from "#core/policy/document.ts";
import { policySize } from "#core/policy/size.ts";

/** A document as it was generated is told of by the agreement's own checks. */
export const size: Rule = {
  id: "size",
  severity: "error",
  why: "AWS refuses a policy that is longer than the quota for its kind.",
  source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
  of: "document",
  check: ({ document, json }) => {
    if (json === undefined) return [];
    // Measured whatever it says: nothing is read from it.
    const { state, used, limit, unit, wayOut } = policySize(document, json as PolicyDocument);
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
