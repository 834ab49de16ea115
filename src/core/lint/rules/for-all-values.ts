import type { Rule } from "#core/lint/rule.ts";

export const forAllValues: Rule = {
  id: "for-all-values",
  severity: "warning",
  why: "ForAllValues also holds when the request does not carry the key at all, so an Allow with it lets such requests through.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html",
  of: "statement",
  check: (statement) => {
    if (statement.effect !== "Allow") return [];
    const present = new Set(
      statement.conditions
        .filter(({ operator, values }) => operator === "Null" && values[0]?.text === "false")
        .map(({ key }) => key.toLowerCase()),
    );
    return statement.conditions
      .filter(
        ({ operator, key }) => /^ForAllValues:/.test(operator) && !present.has(key.toLowerCase()),
      )
      .map(({ operator, key, path }) => ({
        message: `${operator} holds for every request without ${key}. Require the key by a Null condition as well.`,
        path,
        fix: {
          label: `Require ${key}`,
          changes: [
            {
              path: [...statement.path, "Condition", "Null"],
              value: { ...nullBlock(statement.json), [key]: "false" },
            },
          ],
        },
      }));
  },
};

function nullBlock(json: Readonly<Record<string, unknown>>): object {
  const condition = json["Condition"];
  if (typeof condition !== "object" || condition === null) return {};
  const found: unknown = Object.entries(condition).find(([name]) => name === "Null")?.[1];
  return typeof found === "object" && found !== null ? found : {};
}
