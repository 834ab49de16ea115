import type { Statements } from "#core/proof/policies.ts";
import type { CompiledStatement } from "#core/proof/policy/statement.ts";

const ALWAYS = () => true;
const NO_CONTEXT = new Map<string, string>();
const NONE: Statements = [];

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
  const byAction = remembering((statements: Statements, action: string) =>
    forAction(statements, action),
  );
  const byResource = remembering((statements: Statements, resourceArn: string) =>
    forResource(statements, resourceArn),
  );
  return (statements, lowerCaseAction, resourceArn) =>
    byResource(byAction(statements, lowerCaseAction), resourceArn);
}

function forAction(statements: Statements, action: string): Statements {
  const left = statements.filter((statement) => statement.action(action));
  return left.length === 0 ? NONE : left.map((statement) => ({ ...statement, action: ALWAYS }));
}

function forResource(statements: Statements, resourceArn: string): Statements {
  if (statements.length === 0) return NONE;
  return statements.flatMap((statement): CompiledStatement | [] => {
    if (statement.resourceVaries) return statement;
    return statement.resource(resourceArn, NO_CONTEXT) ? { ...statement, resource: ALWAYS } : [];
  });
}

function remembering(
  compute: (statements: Statements, text: string) => Statements,
): (statements: Statements, text: string) => Statements {
  const known = new Map<Statements, Map<string, Statements>>();
  return (statements, text) => {
    let byText = known.get(statements);
    if (byText === undefined) {
      byText = new Map();
      known.set(statements, byText);
    }
    let found = byText.get(text);
    if (found === undefined) {
      found = compute(statements, text);
      byText.set(text, found);
    }
    return found;
  };
}
