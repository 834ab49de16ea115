import type { Rule } from "#core/lint/rule.ts";
import { arnSegments } from "#core/proof/arn-pattern.ts";
import { parseInstant } from "#core/proof/condition/instant.ts";
import { parseIpRange } from "#core/proof/condition/ip-range.ts";

interface Kind {
  readonly of: RegExp;
  readonly isValid: (text: string) => boolean;
  readonly expected: string;
}

const KINDS: readonly Kind[] = [
  {
    of: /^(Not)?IpAddress$/,
    isValid: (text) => parseIpRange(text) !== undefined,
    expected: "an address or range such as 203.0.113.0/24",
  },
  {
    of: /^Date/,
    isValid: (text) => parseInstant(text) !== undefined,
    expected: "a time such as 2027-01-31T00:00:00Z",
  },
  {
    of: /^(Bool|Null)$/,
    isValid: (text) => /^(true|false)$/i.test(text),
    expected: "true or false",
  },
  {
    of: /^Numeric/,
    isValid: (text) => /^-?\d+(\.\d+)?$/.test(text),
    expected: "a number",
  },
  {
    of: /^Arn/,
    isValid: (text) => text === "*" || arnSegments(text) !== undefined,
    expected: "an ARN with all its six parts",
  },
];

export const conditionValue: Rule = {
  id: "condition-value",
  severity: "warning",
  why: "A value that its operator cannot read compares with nothing: a positive condition then never holds, a negated one always does.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html",
  of: "statement",
  check: ({ conditions }) =>
    conditions.flatMap(({ operator, values }) => {
      const name = operator.replace(/^ForA(nyValue|llValues):/, "").replace(/IfExists$/, "");
      const kind = KINDS.find(({ of }) => of.test(name));
      if (kind === undefined) return [];
      return values
        .filter(({ text }) => !kind.isValid(text) && !text.includes("${"))
        .map(({ text, path }) => ({
          message: `${operator} cannot read “${text}”. Enter ${kind.expected}.`,
          path,
        }));
    }),
};
