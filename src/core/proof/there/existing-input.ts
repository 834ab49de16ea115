import { sidOf } from "#core/policy/merge/meaning.ts";
import type { MergedPolicy } from "#core/policy/merge/merge-policy.ts";
import type { Example } from "#core/proof/change/statement-examples.ts";
import { statementExamples } from "#core/proof/change/statement-examples.ts";
import type { ChangedDocument } from "#core/proof/change/words.ts";
import type { ResourcePolicyType } from "#core/proof/decision.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";
import { type CompiledStatement, statementMatch } from "#core/proof/policy/statement.ts";

/** A statement of the merged policy, as the evaluator reads it. */
export interface JudgedStatement {
  readonly whose: "theirs" | "ours";
  /** In the merged policy, from 1. */
  readonly number: number;
  readonly value: unknown;
  readonly compiled: CompiledStatement;
}

/** The merged policy, ready to be judged. */
export interface Judged {
  readonly of: ChangedDocument;
  readonly merged: MergedPolicy;
  readonly theirs: readonly JudgedStatement[];
  readonly ours: readonly JudgedStatement[];
  /** What is asked for: requests that stand for our Allows. */
  readonly asked: readonly Example[];
}

/** What is to be known about a policy before ours goes into it. */
export interface ThereFinding {
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  /** In the policy that was there, from 1. */
  readonly statement?: number;
}

export function judged(merged: MergedPolicy, of: ChangedDocument): Judged {
  const { statements } = compilePolicy(
    { document: "merged", policy: merged.text },
    POLICY_TYPES[of.kind] ?? "resource policy",
  );
  const all = statements.map((compiled): JudgedStatement => {
    const index = compiled.source.statementIndex;
    const { whose = "theirs", value } = merged.statements[index] ?? {};
    return { whose, number: index + 1, value, compiled };
  });
  const ours = all.filter(({ whose }) => whose === "ours");
  return {
    of,
    merged,
    theirs: all.filter(({ whose }) => whose === "theirs"),
    ours,
    asked: ours
      .filter(({ compiled }) => compiled.source.effect === "Allow")
      .flatMap(({ value, compiled }) => statementExamples(value, compiled, of).examples),
  };
}

const POLICY_TYPES: Readonly<Record<string, ResourcePolicyType>> = {
  "bucket-policy": "bucket policy",
  "key-policy": "key policy",
  "trust-policy": "trust policy",
};

export function meets(
  { compiled }: JudgedStatement,
  { request }: Pick<Example, "request">,
): boolean {
  return statementMatch(compiled, request, false) !== "none";
}

/** `Statement 2 (“Partner”)`. */
export function statementName({ number, value }: JudgedStatement): string {
  const sid = sidOf(value);
  return sid === "" ? `Statement ${number}` : `Statement ${number} (“${sid}”)`;
}
