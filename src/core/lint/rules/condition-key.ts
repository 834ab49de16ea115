import type { ConditionEntry, StatementView } from "#core/lint/document-view.ts";
import { nearest } from "#core/lint/nearest.ts";
import { canCarry, conditionKeysLike, isConditionKey, isGlobalKey } from "#core/lint/reference.ts";
import type { Hit, Rule } from "#core/lint/rule.ts";
import { actionsAt } from "#core/lint/statement-facts.ts";

/** S3 answers “Conditions do not apply to combination of actions and resources in statement”. */
export const conditionKey: Rule = {
  id: "condition-key",
  severity: "warning",
  why: "A condition on a key that the request never carries does not hold, or, with a negated operator or IfExists, always does. S3 refuses a bucket policy whose condition does not fit its actions.",
  source:
    "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html#amazons3-policy-keys",
  of: "statement",
  check: (statement) =>
    statement.conditions.flatMap((condition) =>
      isConditionKey(condition.key) === false
        ? [unknownKey(statement, condition)]
        : neverCarried(statement, condition),
    ),
};

function severityIn({ document }: StatementView): "error" | "warning" {
  return document.kind === "bucket-policy" ? "error" : "warning";
}

function unknownKey(statement: StatementView, condition: ConditionEntry): Hit {
  const { key, path } = condition;
  const facts = statement.actions.flatMap((entry) => actionsAt(entry, statement));
  const carried = conditionKeysLike(key).filter((one) =>
    facts.every((action) => canCarry(action, one)),
  );
  const meant = nearest(key, carried);
  const isThere = statement.conditions.some(
    (one) => one.operator === condition.operator && one.key.toLowerCase() === meant?.toLowerCase(),
  );
  const block = path.slice(0, -1);
  const value = valueAt(statement, condition);
  return {
    severity: severityIn(statement),
    message: `There is no condition key ${key}. ${meant === undefined ? "Correct or remove it." : `Use ${meant}.`}`,
    path,
    fix:
      meant === undefined || value === undefined || isThere
        ? undefined
        : {
            label: `Use ${meant}`,
            changes: [
              { path: [...block, meant], value },
              { path, value: undefined },
            ],
          },
  };
}

function neverCarried(statement: StatementView, condition: ConditionEntry): readonly Hit[] {
  const { operator, key, path } = condition;
  if (operator === "Null" || isGlobalKey(key) || isConditionKey(key) === undefined) return [];
  const known = statement.actions
    .map((entry) => ({ entry, facts: actionsAt(entry, statement) }))
    .filter(({ facts }) => facts.length > 0);
  const without = known.filter(({ facts }) => !facts.some((action) => canCarry(action, key)));
  if (without.length === 0) return [];
  const names = without.map(({ entry }) => entry.text);
  const shown = names.length > 2 ? `${names.length} of the actions` : names.join(" and ");
  return [
    {
      severity: severityIn(statement),
      message: `Requests for ${shown} never carry ${key}, ${effectOf(statement, operator)}. Put ${names.length === 1 ? "it" : "them"} into a statement without this condition, or remove the condition.`,
      path,
    },
  ];
}

function effectOf({ effect }: StatementView, operator: string): string {
  const holds = /IfExists$|Not/.test(operator);
  if (holds) return "so the condition always holds for them";
  return effect === "Deny"
    ? "so they are never denied by this"
    : "so they are never allowed by this";
}

function valueAt({ json }: StatementView, { operator, key }: ConditionEntry): unknown {
  const conditions = json["Condition"];
  if (typeof conditions !== "object" || conditions === null) return undefined;
  const block: unknown = Object.entries(conditions).find(([name]) => name === operator)?.[1];
  if (typeof block !== "object" || block === null) return undefined;
  return Object.entries(block).find(([name]) => name === key)?.[1];
}
