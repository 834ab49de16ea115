import { splitArn } from "#core/aws/arn.ts";
import type { StatementView } from "#core/lint/document-view.ts";
import type { Rule } from "#core/lint/rule.ts";
import { withCondition } from "#core/lint/statement-facts.ts";
import { actionTest } from "#core/proof/policy/action.ts";

export const externalId: Rule = {
  id: "external-id",
  severity: "warning",
  why: "A third party acts for many customers. Without an external ID, one of them could have it use your role (the confused deputy problem).",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html",
  of: "statement",
  check: (statement, { agreement, accessPath }) => {
    const { document, effect, actions, path } = statement;
    if (document.kind !== "trust-policy" || effect !== "Allow") return [];
    if (!actionTest(actions.map(({ text }) => text))("sts:assumerole")) return [];
    if (requiresExternalId(statement)) return [];
    const agreed = accessPath.kind === "through-role" ? accessPath.externalId : "";
    if (agreed !== "") {
      return [
        {
          message: "An external ID was agreed, and this statement does not ask for it. Add it.",
          path,
          fix: {
            label: "Ask for the external ID",
            changes: withCondition(statement, "StringEquals", "sts:ExternalId", agreed),
          },
        },
      ];
    }
    const known: readonly string[] = [agreement.owner.account, agreement.consumer.account];
    return statement.principals
      .filter(({ type, text }) => {
        const account = type === "AWS" ? (splitArn(text)?.account ?? text) : "";
        return /^\d{12}$/.test(account) && !known.includes(account);
      })
      .map(({ text, path: at }) => ({
        message: `${text} is of neither account. If it is a third party, hold it to an external ID.`,
        path: at,
      }));
  },
};

function requiresExternalId({ conditions }: StatementView): boolean {
  return conditions.some(
    ({ operator, key }) =>
      key.toLowerCase() === "sts:externalid" && /^String(Equals|Like)$/.test(operator),
  );
}
