import type { PolicyType } from "#core/proof/decision.ts";
import type { Statements } from "#core/proof/policies.ts";
import { compilePolicy } from "#core/proof/policy/policy.ts";

/** Statements that stand there besides the documents. */
export function compiled(document: string, policyType: PolicyType, statement: object): Statements {
  const policy = { Version: "2012-10-17", Statement: statement };
  return compilePolicy({ document, policy }, policyType).statements;
}
