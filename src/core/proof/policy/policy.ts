import { jsonError } from "#core/policy/json-error.ts";
import type { PolicyProblem, PolicyType, StatementSource } from "#core/proof/decision.ts";
import { isJsonObject } from "#core/proof/policy/element.ts";
import {
  type CompiledStatement,
  parseStatement,
  type StatementShape,
} from "#core/proof/policy/statement.ts";
import type { Side } from "#core/side.ts";

/** A policy as it came: a JSON text, or its parsed value. Nothing about it is taken for granted. */
export interface PolicyInput {
  /** Id or name, for the reasons that are given. */
  readonly document: string;
  readonly side?: Side;
  readonly policy: unknown;
}

export interface CompiledPolicy {
  readonly statements: readonly CompiledStatement[];
  readonly problems: readonly PolicyProblem[];
}

/** Three times the largest policy of AWS, an Access Grants instance policy of 350,000 characters. */
const LONGEST_POLICY_TEXT = 1_050_000;

const VERSIONS: readonly unknown[] = ["2012-10-17", "2008-10-17", undefined];

/**
 * Reads a policy for many requests. Never throws: what AWS would refuse is a problem, and counts
 * for nothing.
 */
export function compilePolicy(input: PolicyInput, policyType: PolicyType): CompiledPolicy {
  const { document } = input;
  const nothing = (message: string) => ({ statements: [], problems: [{ document, message }] });
  const policy = parseJson(input.policy);
  if (policy === undefined) return nothing(notJson(input.policy));
  if (!isJsonObject(policy)) return nothing("A policy must be a JSON object.");
  const { Version: version, Statement: statement } = policy;
  if (statement === undefined) return nothing("Add Statement.");
  const statements: CompiledStatement[] = [];
  const problems: PolicyProblem[] = [];
  if (!VERSIONS.includes(version)) {
    problems.push({ document, message: 'Version must be "2012-10-17".' });
  }
  const shape = statementShape(policyType, version === "2012-10-17");
  const items: readonly unknown[] = Array.isArray(statement) ? statement : [statement];
  items.forEach((item, statementIndex) => {
    const place: Omit<StatementSource, "effect"> = {
      document,
      statementIndex,
      policyType,
      ...(input.side === undefined ? {} : { side: input.side }),
    };
    const result = parseStatement(item, shape, place);
    if (result.ok) statements.push(result.value);
    else problems.push({ document, statementIndex, message: result.message });
  });
  return { statements, problems };
}

const PRINCIPAL_LESS: readonly PolicyType[] = [
  "identity policy",
  "permissions boundary",
  "session policy",
  "service control policy",
];
const RESOURCE_LESS: readonly PolicyType[] = ["trust policy", "resource policy"];

/** Variables are read only in 2012-10-17; older policies take `${…}` as plain text. */
function statementShape(policyType: PolicyType, variables: boolean): StatementShape {
  return {
    principal: PRINCIPAL_LESS.includes(policyType) ? "forbidden" : "required",
    resource: RESOURCE_LESS.includes(policyType) ? "optional" : "required",
    variables,
  };
}

function notJson(policy: unknown): string {
  const isShort = typeof policy === "string" && policy.length <= LONGEST_POLICY_TEXT;
  const error = isShort ? jsonError(policy) : undefined;
  if (error === undefined) return "The document is not JSON.";
  const { line, column, expected } = error;
  return `The document is not JSON. Line ${line}, column ${column}: ${expected} is expected here.`;
}

function parseJson(policy: unknown): unknown {
  if (typeof policy !== "string") return policy;
  if (policy.length > LONGEST_POLICY_TEXT) return undefined;
  try {
    return JSON.parse(policy);
  } catch {
    return undefined;
  }
}
