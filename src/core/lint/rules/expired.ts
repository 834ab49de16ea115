import type { Rule } from "#core/lint/rule.ts";

export const expired: Rule = {
  id: "expired",
  severity: "warning",
  why: "aws:CurrentTime is compared at every request: after the end nothing is allowed any more.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws-dates.html",
  of: "agreement",
  check: ({ agreement: { guardrails }, today }) =>
    today !== undefined && guardrails.validUntil !== "" && guardrails.validUntil <= today
      ? [
          {
            message: `The access ended on ${guardrails.validUntil}, so nobody gets in. Enter a later day.`,
            at: "guardrails.validUntil",
          },
        ]
      : [],
};
