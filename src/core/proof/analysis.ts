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

const SAYS_NOTHING: Analysis = { allows: [], denies: [], named: "none" };
const NO_LEVELS: readonly Analysis[] = [];
const NO_SOURCES: readonly StatementSource[] = [];

function analyse(statements: Statements, request: PreparedRequest, hasBoundary: boolean): Analysis {
  if (statements.length === 0) return SAYS_NOTHING;
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

function optional(
  statements: Statements | undefined,
  request: PreparedRequest,
  hasBoundary: boolean,
): Analysis | undefined {
  return statements && analyse(statements, request, hasBoundary);
}

/** Asks every policy. Organization policies do not bind callers outside accounts or service-linked roles. */
export function analyseAll(policies: CompiledPolicies, request: PreparedRequest): Analyses {
  const hasBoundary = policies.boundary !== undefined;
  const { serviceControl, resourceControl } = policies;
  const isControlled =
    (serviceControl.length > 0 || resourceControl !== undefined) && !isServiceLinkedRole(request);
  return {
    identity: optional(policies.identity, request, hasBoundary),
    resource: optional(policies.resource, request, hasBoundary),
    boundary: optional(policies.boundary, request, hasBoundary),
    session: optional(policies.session, request, hasBoundary),
    serviceControl:
      isControlled && request.caller.account !== ""
        ? serviceControl.map((level) => analyse(level, request, hasBoundary))
        : NO_LEVELS,
    resourceControl: isControlled ? optional(resourceControl, request, hasBoundary) : undefined,
    vpcEndpoint: optional(policies.vpcEndpoint, request, hasBoundary),
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
  let denies = NO_SOURCES;
  const add = (analysis: Analysis | undefined) => {
    if (analysis === undefined || analysis.denies.length === 0) return;
    denies = denies.length === 0 ? analysis.denies : [...denies, ...analysis.denies];
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
