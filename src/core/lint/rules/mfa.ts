import type { ConditionEntry, StatementView } from "#core/lint/document-view.ts";
import type { Hit, Rule } from "#core/lint/rule.ts";

export const mfa: Rule = {
  id: "mfa",
  severity: "warning",
  why: "aws:MultiFactorAuthPresent is missing from requests that are signed with long-term access keys. Bool is then false, BoolIfExists true.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent",
  of: "statement",
  check: (statement) =>
    statement.conditions
      .filter(({ key }) => key.toLowerCase() === "aws:multifactorauthpresent")
      .flatMap((condition) => hitsOf(statement, condition)),
};

function hitsOf(statement: StatementView, condition: ConditionEntry): readonly Hit[] {
  const { effect, document } = statement;
  const { operator, path, values } = condition;
  const value = values[0]?.text.toLowerCase();
  if (effect === "Deny" && operator === "Bool" && value === "false") {
    return [
      {
        message:
          "This Deny does not stop long-term access keys, which come without MFA. Use BoolIfExists.",
        path,
        fix: renamed(statement, condition, "BoolIfExists"),
      },
    ];
  }
  if (effect === "Allow" && operator === "BoolIfExists" && value === "true") {
    return [
      {
        message: "This Allow lets long-term access keys in, which come without MFA. Use Bool.",
        path,
        fix: renamed(statement, condition, "Bool"),
      },
    ];
  }
  const isOnUser = document.attachedTo.some(({ kind }) => kind === "user");
  if (effect === "Allow" && operator === "Bool" && value === "true" && isOnUser) {
    return [
      {
        severity: "note",
        message:
          "The user's access keys alone never satisfy this: the caller first has to get a session with MFA from sts:GetSessionToken.",
        path,
      },
    ];
  }
  return [];
}

/** The key under the other operator, whose other keys stay. */
function renamed({ json, path }: StatementView, condition: ConditionEntry, operator: string) {
  const { key, values } = condition;
  const block = json["Condition"];
  if (typeof block !== "object" || block === null) return undefined;
  const before: unknown = Object.entries(block).find(([name]) => name === operator)?.[1];
  const own: unknown = Object.entries(block).find(([name]) => name === condition.operator)?.[1];
  if (typeof own !== "object" || own === null) return undefined;
  const texts = values.map(({ text }) => text);
  const value = texts.length === 1 ? texts[0] : texts;
  const isAlone = Object.keys(own).length === 1;
  const from = [...path, "Condition", condition.operator];
  const to = [...path, "Condition", operator];
  return {
    label: `Use ${operator}`,
    changes: [
      before === undefined ? { path: to, value: { [key]: value } } : { path: [...to, key], value },
      { path: isAlone ? from : [...from, key], value: undefined },
    ],
  };
}
