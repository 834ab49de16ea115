import { policyTextTest } from "#core/proof/policy-text.ts";

/** Decides an action's name, given in lower case. */
export type ActionTest = (lowerCaseAction: string) => boolean;

/** What `*` means. */
export const ANY_ACTION: ActionTest = () => true;

/**
 * Action names compare without regard to case; `*` and `?` stand anywhere. The service in front is
 * mandatory unless the pattern is `*` alone. Variables are not replaced here.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function actionTest(patterns: readonly string[]): ActionTest {
  if (patterns.includes("*")) return ANY_ACTION;
  const exact = new Set<string>();
  const wild: ActionTest[] = [];
  for (const pattern of patterns) {
    if (!pattern.includes(":")) continue;
    const lowerCase = pattern.toLowerCase();
    if (!/[*?]/.test(lowerCase)) {
      exact.add(lowerCase);
      continue;
    }
    const matches = policyTextTest(lowerCase, { wildcards: true, variables: false });
    wild.push((action) => matches(action, NO_CONTEXT));
  }
  if (wild.length === 0) return (action) => exact.has(action);
  return (action) => exact.has(action) || wild.some((matches) => matches(action));
}

const NO_CONTEXT = new Map<string, string>();
