import type { Caller } from "#core/proof/caller.ts";
import type { Statements } from "#core/proof/policies.ts";
import {
  type CompiledStatement,
  speaksOfEverything,
  statementPrincipalMatch,
} from "#core/proof/policy/statement.ts";

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

/** What has been found out about the statements of one policy. */
interface Known {
  /** All of them, when every one may apply to whatever is asked. */
  readonly always: Narrowed | undefined;
  /** Which statements speak of an action and of a resource, a bit for each. */
  readonly byAction: Map<string, number>;
  readonly byResource: Map<string, number>;
  readonly bySubset: Map<number | string, Narrowed>;
}

/**
 * Leaves the statements that can apply to an action on a resource, whoever asks. Most requests of a
 * matrix meet one of a few sets of statements.
 */
export function narrowing(): Narrowing {
  const known = new Map<Statements, Known>();
  let count = 0;
  const numbered = (statements: Statements): Narrowed => {
    count += 1;
    return { id: count, statements, keys: keysOf(statements) };
  };
  const firstMet = (statements: Statements): Known => {
    const found = {
      always: statements.every(speaksOfEverything) ? numbered(statements) : undefined,
      byAction: new Map(),
      byResource: new Map(),
      bySubset: new Map(),
    };
    known.set(statements, found);
    return found;
  };
  const ofMany = (statements: Statements, { bySubset }: Known, action: string, arn: string) => {
    const left = statements.filter((each) => each.action(action) && canReach(each, arn));
    const key = left.map((each) => statements.indexOf(each)).join(" ");
    const narrowed = bySubset.get(key) ?? numbered(left);
    bySubset.set(key, narrowed);
    return narrowed;
  };
  return (statements, lowerCaseAction, resourceArn) => {
    const found = known.get(statements) ?? firstMet(statements);
    const { always, byAction, byResource, bySubset } = found;
    if (always !== undefined) return always;
    if (statements.length > BITS) return ofMany(statements, found, lowerCaseAction, resourceArn);
    let forAction = byAction.get(lowerCaseAction);
    if (forAction === undefined) {
      forAction = bitsOf(statements, (each) => each.action(lowerCaseAction));
      byAction.set(lowerCaseAction, forAction);
    }
    let forResource = byResource.get(resourceArn);
    if (forResource === undefined) {
      forResource = bitsOf(statements, (each) => canReach(each, resourceArn));
      byResource.set(resourceArn, forResource);
    }
    const bits = forAction & forResource;
    let narrowed = bySubset.get(bits);
    if (narrowed === undefined) {
      narrowed = numbered(statements.filter((_each, index) => (bits & (1 << index)) !== 0));
      bySubset.set(bits, narrowed);
    }
    return narrowed;
  };
}

/** Places in a number that says which statements are left. */
const BITS = 30;

function bitsOf(statements: Statements, holds: (each: CompiledStatement) => boolean): number {
  let bits = 0;
  statements.forEach((each, index) => {
    if (holds(each)) bits |= 1 << index;
  });
  return bits;
}

/** Where variables stand in a statement, its resource depends on who asks. */
function canReach({ varies, resource }: CompiledStatement, resourceArn: string): boolean {
  return varies || resource(resourceArn, NO_CONTEXT);
}

function keysOf(statements: Statements): Narrowed["keys"] {
  if (statements.some(({ varies }) => varies)) return undefined;
  return new Set(
    statements.flatMap(({ conditions }) => conditions.map(({ key }) => key.toLowerCase())),
  );
}

/**
 * Leaves the statements of a resource's policy that speak of the caller at all. The same list for all
 * callers of whom the same statements speak, so that what is known of one is known of all.
 */
export function forCallers(): (
  statements: Statements,
  caller: { readonly caller: Caller },
) => Statements {
  const known = new Map<Statements, Map<object, Statements>>();
  const lists = new Map<Statements, Map<string, Statements>>();
  const spokenOf = (statements: Statements, caller: { readonly caller: Caller }): Statements => {
    let indices = "";
    // A Deny with NotPrincipal may reach a caller with a boundary whom it spares otherwise.
    const left = statements.filter((each, index) => {
      if (statementPrincipalMatch(each, caller, true) === "none") return false;
      indices += `${index} `;
      return true;
    });
    const same = lists.get(statements) ?? new Map<string, Statements>();
    lists.set(statements, same);
    const list = same.get(indices) ?? left;
    same.set(indices, list);
    return list;
  };
  return (statements, caller) => {
    let byCaller = known.get(statements);
    if (byCaller === undefined) {
      byCaller = new Map();
      known.set(statements, byCaller);
    }
    let left = byCaller.get(caller);
    if (left === undefined) {
      left = spokenOf(statements, caller);
      byCaller.set(caller, left);
    }
    return left;
  };
}
