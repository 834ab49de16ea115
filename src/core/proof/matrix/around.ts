import type { Agreement } from "#core/parameters/agreement.ts";
import type { PolicyProblem } from "#core/proof/decision.ts";
import type { CompiledPolicies, Statements } from "#core/proof/policies.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import type { Sharing, Surrounding } from "./sharing.ts";

type Limits = Pick<CompiledPolicies, "boundary" | "serviceControl" | "resourceControl">;

interface Bound {
  readonly kind: "principal" | "role" | "outsider" | "owner";
  readonly caller: { readonly account: string };
}

/** Policies that stand around the documents. */
export interface Around {
  readonly problems: readonly PolicyProblem[];
  /** Undefined: there are none, for anybody. */
  readonly limits: ((actor: Bound, resourceAccount: string) => Limits) | undefined;
  readonly bucketStatements: (bucket: string) => Statements;
  /** What those of the account who have been granted something are allowed besides. */
  readonly identityStatements: (account: string) => Statements;
  /** Each of them once. */
  readonly all: readonly Statements[];
}

/** Reads what stands around the documents: it can take away from what they grant, or add to it. */
export function around({ agreement, surroundings = [] }: Sharing): Around {
  const problems: PolicyProblem[] = [];
  const read = surroundings.map((surrounding) => {
    const { name, text, kind } = surrounding;
    const compiled = compilePolicy({ document: name, policy: text }, kind);
    problems.push(...compiled.problems);
    return { surrounding, statements: compiled.statements };
  });
  const where = (isIt: (surrounding: Surrounding) => boolean) =>
    read.filter(({ surrounding }) => isIt(surrounding)).map(({ statements }) => statements);
  const limits = (actor: Bound, resourceAccount: string): Limits => {
    const binds = (kind: Surrounding["kind"]) =>
      where(
        (each) =>
          each.kind === kind &&
          "side" in each &&
          accountOf(each, agreement) === actor.caller.account,
      );
    const isGranted = actor.kind === "principal" || actor.kind === "role";
    const boundaries = isGranted ? binds("permissions boundary") : [];
    const controls =
      resourceAccount === agreement.owner.account
        ? where(({ kind }) => kind === "resource control policy")
        : [];
    return {
      boundary: boundaries.length === 0 ? undefined : boundaries.flat(),
      serviceControl: oneLevel(binds("service control policy").flat()),
      resourceControl: controls.length === 0 ? undefined : controls.flat(),
    };
  };
  return {
    problems,
    limits: read.length === 0 ? undefined : limits,
    bucketStatements: (bucket) =>
      where((each) => each.kind === "bucket policy" && each.bucket === bucket).flat(),
    identityStatements: (account) =>
      where(
        (each) => each.kind === "identity policy" && accountOf(each, agreement) === account,
      ).flat(),
    all: read.map(({ statements }) => statements),
  };
}

/**
 * Policies of one level add up. Where all of them only deny, `FullAWSAccess` is attached besides, or
 * nothing would be allowed in the account at all.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
function oneLevel(statements: Statements): readonly Statements[] {
  if (statements.length === 0) return [];
  const allows = statements.some(({ source }) => source.effect === "Allow");
  return [allows ? statements : [...FULL_AWS_ACCESS, ...statements]];
}

const FULL_AWS_ACCESS = compilePolicy(
  {
    document: "FullAWSAccess",
    policy: {
      Version: "2012-10-17",
      Statement: { Effect: "Allow", Action: "*", Resource: "*" },
    },
  },
  "service control policy",
).statements;

function accountOf({ side }: Extract<Surrounding, { side: unknown }>, agreement: Agreement) {
  return side === "owner" ? agreement.owner.account : agreement.consumer.account;
}
