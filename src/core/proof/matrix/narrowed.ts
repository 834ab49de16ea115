import type { Statements } from "#core/proof/policies.ts";
import type { CompiledStatement } from "#core/proof/policy/statement.ts";

const ALWAYS = () => true;
const NO_CONTEXT = new Map<string, string>();

export type Narrowing = (
  statements: Statements,
  lowerCaseAction: string,
  resourceArn: string,
) => Statements;

/**
 * Leaves the statements that can apply to an action on a resource, whoever asks: many callers and
 * circumstances are then tried on few statements. Remembers what it has narrowed.
 */
export function narrowing(): Narrowing {
  const known = new Map<Statements, Map<string, Statements>>();
  return (statements, lowerCaseAction, resourceArn) => {
    const byRequest = known.get(statements) ?? new Map<string, Statements>();
    known.set(statements, byRequest);
    const key = `${lowerCaseAction} ${resourceArn}`;
    const found = byRequest.get(key) ?? narrowed(statements, lowerCaseAction, resourceArn);
    byRequest.set(key, found);
    return found;
  };
}

function narrowed(
  statements: Statements,
  lowerCaseAction: string,
  resourceArn: string,
): Statements {
  return statements.flatMap((statement): CompiledStatement | [] => {
    if (!statement.action(lowerCaseAction)) return [];
    if (statement.resourceVaries) return { ...statement, action: ALWAYS };
    if (!statement.resource(resourceArn, NO_CONTEXT)) return [];
    return { ...statement, action: ALWAYS, resource: ALWAYS };
  });
}
