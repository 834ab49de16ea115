import type { Rule } from "#core/lint/rule.ts";
import { parseInstant } from "#core/proof/condition/instant.ts";

/** What was written by hand; the agreed day is told at its field. */
export const expiredCondition: Rule = {
  id: "expired-condition",
  severity: "warning",
  why: "aws:CurrentTime is compared at every request: after the time nothing is allowed any more.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws-dates.html",
  of: "document",
  check: ({ statements }, { agreement, today }) => {
    const now = today === undefined ? undefined : parseInstant(today);
    if (now === undefined) return [];
    const { validUntil } = agreement.guardrails;
    return statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ conditions }) => conditions)
      .filter(
        ({ operator, key }) =>
          /^DateLessThan(Equals)?$/.test(operator) && key.toLowerCase() === "aws:currenttime",
      )
      .flatMap(({ values }) => values)
      .filter(({ text }) => {
        const end = parseInstant(text);
        const isAgreed = validUntil !== "" && text.startsWith(validUntil);
        return end !== undefined && end <= now && !isAgreed;
      })
      .map(({ text, path }) => ({
        message: `This time has passed (${text}), so the statement allows nothing any more. Enter a later one.`,
        path,
      }));
  },
};
