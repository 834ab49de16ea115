import { splitArn } from "#core/aws/arn.ts";
import type { DocumentView, StatementView } from "#core/lint/document-view.ts";
import type { Rule } from "#core/lint/rule.ts";
import { isPattern } from "#core/lint/statement-facts.ts";

/** A Deny under conditions is left to the access matrix, which knows the circumstances. */
export const defeatedGrant: Rule = {
  id: "defeated-grant",
  severity: "warning",
  why: "A Deny beats every Allow, in whichever policy it stands.",
  source:
    "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html",
  of: "document",
  check: (view, { documents }) =>
    view.statements
      .filter(({ effect, conditions }) => effect === "Deny" && conditions.length === 0)
      .flatMap((deny) => {
        const defeated = firstDefeated(deny, documents);
        if (defeated === undefined) return [];
        const { allow, action } = defeated;
        const name = allow.sid ?? `statement ${allow.index + 1}`;
        return [
          {
            message: `This Deny takes back ${action}, which “${name}” of ${allow.document.title} allows. Remove it or narrow it.`,
            path: deny.path,
          },
        ];
      }),
};

function firstDefeated(deny: StatementView, documents: readonly DocumentView[]) {
  const { compiled } = deny;
  if (compiled === undefined) return undefined;
  for (const { statements } of documents) {
    for (const allow of statements) {
      if (allow.effect !== "Allow" || !reaches(deny, allow)) continue;
      const action = allow.actions.find(
        ({ text }) => !isPattern(text) && compiled.action(text.toLowerCase()),
      );
      const isSameResource =
        allow.resources.length === 0
          ? deny.document.id === allow.document.id
          : allow.resources.some(({ text }) => compiled.resource(sample(text), NO_CONTEXT));
      if (action !== undefined && isSameResource) return { allow, action: action.text };
    }
  }
  return undefined;
}

const NO_CONTEXT = new Map<string, string>();

/** One resource of those that a pattern stands for. */
function sample(pattern: string): string {
  return pattern.replace(/\$\{([*?$])\}|\*/g, (_all, escaped?: string) => escaped ?? "x");
}

/** Whether the Deny speaks of those whom the Allow is for. */
function reaches(deny: StatementView, allow: StatementView): boolean {
  if (deny.document.kind === "identity-policy") {
    return (
      allow.document.kind === "identity-policy" &&
      JSON.stringify(allow.document.attachedTo) === JSON.stringify(deny.document.attachedTo)
    );
  }
  const denied = new Set(deny.principals.map(({ text }) => text));
  if (denied.has("*")) return true;
  return allow.principals.some(({ text }) => {
    const account = splitArn(text)?.account ?? text;
    const isRoot = [...denied].some(
      (name) => name === account || name.endsWith(`:${account}:root`),
    );
    return denied.has(text) || isRoot;
  });
}
