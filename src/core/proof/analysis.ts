import type { StatementSource } from "#core/proof/decision.ts";
import type { CompiledPolicies, Statements } from "#core/proof/policies.ts";
import type { PrincipalMatch } from "#core/proof/policy/principal.ts";
import { statementMatch } from "#core/proof/policy/statement.ts";
import type { PreparedRequest } from "#core/proof/request.ts";

/** What the policies of one type say to a request. */
export interface Analysis {
  readonly allows: readonly StatementSource[];
  readonly denies: readonly StatementSource[];
  /** How the best of the allowing statements names the caller. */
  readonly named: PrincipalMatch;
}

/** What every policy says; undefined where there is no policy of that type. */
export interface Analyses {
  readonly identity: Analysis | undefined;
  readonly resource: Analysis | undefined;
  readonly boundary: Analysis | undefined;
  readonly session: Analysis | undefined;
  readonly serviceControl: readonly Analysis[];
  readonly resourceControl: Analysis | undefined;
  readonly vpcEndpoint: Analysis | undefined;
}

const STRENGTH: Readonly<Record<PrincipalMatch, number>> = {
  none: 0,
  account: 1,
  role: 2,
  direct: 3,
};

function analyse(statements: Statements, request: PreparedRequest, hasBoundary: boolean): Analysis {
  const allows: StatementSource[] = [];
  const denies: StatementSource[] = [];
  let named: PrincipalMatch = "none";
  for (const statement of statements) {
    const match = statementMatch(statement, request, hasBoundary);
    if (match === "none") continue;
    if (statement.source.effect === "Deny") {
      denies.push(statement.source);
    } else {
      allows.push(statement.source);
      if (STRENGTH[match] > STRENGTH[named]) named = match;
    }
  }
  return { allows, denies, named };
}

/** Asks every policy. Organization policies do not bind callers outside accounts or service-linked roles. */
export function analyseAll(policies: CompiledPolicies, request: PreparedRequest): Analyses {
  const hasBoundary = policies.boundary !== undefined;
  const optional = (statements: Statements | undefined) =>
    statements && analyse(statements, request, hasBoundary);
  const controlled = request.caller.account !== "" && !isServiceLinkedRole(request);
  return {
    identity: optional(policies.identity),
    resource: optional(policies.resource),
    boundary: optional(policies.boundary),
    session: optional(policies.session),
    serviceControl: controlled
      ? policies.serviceControl.map((level) => analyse(level, request, hasBoundary))
      : [],
    resourceControl: isServiceLinkedRole(request) ? undefined : optional(policies.resourceControl),
    vpcEndpoint: optional(policies.vpcEndpoint),
  };
}

/**
 * SCPs and RCPs do not restrict service-linked roles.
 * @see https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
function isServiceLinkedRole({ caller, context }: PreparedRequest): boolean {
  if (caller.kind !== "role-session") return false;
  const roleArn = caller.roleArn ?? context.get("aws:principalarn");
  return typeof roleArn === "string" && roleArn.includes(":role/aws-service-role/");
}

/** Every statement that denies, in whichever policy it stands. */
export function explicitDenies(analyses: Analyses): readonly StatementSource[] {
  const denies: StatementSource[] = [];
  const add = (analysis: Analysis | undefined) => {
    if (analysis !== undefined && analysis.denies.length > 0) denies.push(...analysis.denies);
  };
  add(analyses.identity);
  add(analyses.boundary);
  add(analyses.session);
  analyses.serviceControl.forEach(add);
  add(analyses.resourceControl);
  add(analyses.vpcEndpoint);
  add(analyses.resource);
  return denies;
}
