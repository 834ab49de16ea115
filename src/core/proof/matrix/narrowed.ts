import type { Caller } from "#core/proof/caller.ts";
import type { Statements } from "#core/proof/policies.ts";

import { statementPrincipalMatch } from "#core/proof/policy/statement.ts";

const NO_CONTEXT = new Map<string, string>();

/** The statements of a policy that can apply to an action on a resource. */
export interface Narrowed {
  /** Equal for equal statements: such requests fare alike. */
  readonly id: number;
  readonly statements: Statements;
  /** Keys that their conditions look at, in lower case; undefined when variables stand in them. */
  readonly keys: ReadonlySet<string> | undefined;
}

export type Narrowing = (
  statements: Statements,
  lowerCaseAction: string,
  resourceArn: string,
) => Narrowed;

/**
 * Leaves the statements that can apply to an action on a resource, whoever asks. Most requests of a
 * matrix meet one of a few sets of statements.
 */
export function narrowing(): Narrowing {
  const byAction = new Map<Statements, Map<string | number, readonly number[]>>();
  const narrowed = new Map<Statements, Map<string | number, Narrowed>>();
  let count = 0;
  return (statements, lowerCaseAction, resourceArn) => {
    const forAction = remembered(byAction, statements, lowerCaseAction, () =>
      indicesFor(statements, lowerCaseAction),
    );
    let few = 0;
    let many = "";
    for (const index of forAction) {
      const statement = statements[index];
      if (!statement?.varies && !statement?.resource(resourceArn, NO_CONTEXT)) continue;
      if (index < BITS) few += 1 << index;
      else many += `${index} `;
    }
    const key = many === "" ? few : `${few}:${many}`;
    return remembered(narrowed, statements, key, () => {
      count += 1;
      const indices = new Set(many.split(" ").filter(Boolean).map(Number));
      const isLeft = (index: number) =>
        index < BITS ? (few & (1 << index)) !== 0 : indices.has(index);
      return { id: count, ...subset(statements, isLeft) };
    });
  };
}

/** Places in a number that holds which statements are left. */
const BITS = 30;

function indicesFor(statements: Statements, lowerCaseAction: string): readonly number[] {
  return [...statements.keys()].filter((index) => statements[index]?.action(lowerCaseAction));
}

function subset(statements: Statements, isLeft: (index: number) => boolean): Omit<Narrowed, "id"> {
  const left = statements.filter((_statement, index) => isLeft(index));
  const keys = left.flatMap(({ conditions }) => conditions.map((each) => each.key.toLowerCase()));
  return {
    statements: left,
    keys: left.some(({ varies }) => varies) ? undefined : new Set(keys),
  };
}

function remembered<Value>(
  known: Map<Statements, Map<string | number, Value>>,
  statements: Statements,
  key: string | number,
  compute: () => Value,
): Value {
  let byKey = known.get(statements);
  if (byKey === undefined) {
    byKey = new Map();
    known.set(statements, byKey);
  }
  let value = byKey.get(key);
  if (value === undefined) {
    value = compute();
    byKey.set(key, value);
  }
  return value;
}

/** Leaves the statements of a resource's policy that speak of the caller at all. */
export function forCallers(): (
  statements: Statements,
  caller: { readonly caller: Caller },
) => Statements {
  const known = new Map<Statements, Map<object, Statements>>();
  return (statements, caller) => {
    let byCaller = known.get(statements);
    if (byCaller === undefined) {
      byCaller = new Map();
      known.set(statements, byCaller);
    }
    let left = byCaller.get(caller);
    if (left === undefined) {
      // A Deny with NotPrincipal may reach a caller with a boundary whom it spares otherwise.
      left = statements.filter((each) => statementPrincipalMatch(each, caller, true) !== "none");
      byCaller.set(caller, left);
    }
    return left;
  };
}
