import { type Parsed, parsed, refused } from "#core/brand.ts";
import { type Condition, parseConditions } from "#core/proof/condition/condition.ts";
import type { StatementSource } from "#core/proof/decision.ts";
import { type ActionTest, ANY_ACTION, actionTest } from "#core/proof/policy/action.ts";
import { isJsonObject, parseTexts } from "#core/proof/policy/element.ts";
import { isReachedByAllow, isSparedByDeny } from "#core/proof/policy/not-principal.ts";
import {
  type PrincipalMatch,
  type PrincipalSet,
  parsePrincipals,
  principalMatch,
} from "#core/proof/policy/principal.ts";
import { ANY_RESOURCE, resourceTest } from "#core/proof/policy/resource.ts";
import { hasVariable } from "#core/proof/policy-text.ts";
import type { PreparedRequest } from "#core/proof/request.ts";
import type { TextTest } from "#core/proof/text-pattern.ts";

/** A statement prepared for many requests. */
export interface CompiledStatement {
  readonly source: StatementSource;
  /** Undefined in policies that stand on the principal itself. */
  readonly principal: { readonly negated: boolean; readonly set: PrincipalSet } | undefined;
  readonly action: ActionTest;
  readonly resource: TextTest;
  /** Variables stand in it, so that it says something else to each caller. */
  readonly varies: boolean;
  readonly conditions: readonly Condition[];
}

/** The elements that a kind of policy must or must not have. */
export interface StatementShape {
  readonly principal: "required" | "forbidden";
  /** A trust policy stands on its resource and has no `Resource`. */
  readonly resource: "required" | "optional";
  readonly variables: boolean;
}

type Place = Pick<StatementSource, "document" | "statementIndex" | "policyType" | "side">;

/**
 * Reads one statement; refuses what AWS would refuse for its form.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parseStatement(
  value: unknown,
  shape: StatementShape,
  place: Place,
): Parsed<CompiledStatement> {
  if (!isJsonObject(value)) return refused("A statement must be an object.");
  const { Sid: sid, Effect: effect } = value;
  if (effect !== "Allow" && effect !== "Deny") return refused('Effect must be "Allow" or "Deny".');
  const principal = parsePrincipalElement(value, shape.principal);
  if (!principal.ok) return principal;
  const action = parseOneOf(value, "Action");
  if (!action.ok) return action;
  if (action.value === undefined) return refused("Add Action or NotAction.");
  const resource = parseOneOf(value, "Resource");
  if (!resource.ok) return resource;
  if (resource.value === undefined && shape.resource === "required") {
    return refused("Add Resource or NotResource.");
  }
  const conditions = parseConditions(value["Condition"], shape.variables);
  if (!conditions.ok) return conditions;
  const conditionTexts = conditions.value.flatMap(({ values }) => values);
  const source = { ...place, effect, ...(typeof sid === "string" ? { sid } : {}) } as const;
  return parsed({
    source,
    principal: principal.value,
    action: actionElementTest(action.value),
    resource: resourceElementTest(resource.value, shape.variables),
    varies:
      shape.variables && [...(resource.value?.texts ?? []), ...conditionTexts].some(hasVariable),
    conditions: conditions.value,
  });
}

interface OneOf {
  readonly negated: boolean;
  readonly texts: readonly string[];
}

/** `Action` or `NotAction`, `Resource` or `NotResource`; never both. */
function parseOneOf(
  statement: Readonly<Record<string, unknown>>,
  element: "Action" | "Resource",
): Parsed<OneOf | undefined> {
  const plain = statement[element];
  const inverse = statement[`Not${element}`];
  if (plain !== undefined && inverse !== undefined) {
    return refused(`Use ${element} or Not${element}, not both.`);
  }
  const negated = inverse !== undefined;
  const value = negated ? inverse : plain;
  if (value === undefined) return parsed(undefined);
  const texts = parseTexts(negated ? `Not${element}` : element, value);
  return texts.ok ? parsed({ negated, texts: texts.value }) : texts;
}

function parsePrincipalElement(
  statement: Readonly<Record<string, unknown>>,
  shape: StatementShape["principal"],
): Parsed<CompiledStatement["principal"]> {
  const { Principal: plain, NotPrincipal: inverse } = statement;
  if (plain === undefined && inverse === undefined) {
    return shape === "required" ? refused("Add Principal.") : parsed(undefined);
  }
  if (shape === "forbidden") return refused("A policy of a principal has no Principal element.");
  if (plain !== undefined && inverse !== undefined) {
    return refused("Use Principal or NotPrincipal, not both.");
  }
  const negated = inverse !== undefined;
  const set = parsePrincipals(negated ? "NotPrincipal" : "Principal", negated ? inverse : plain);
  return set.ok ? parsed({ negated, set: set.value }) : set;
}

function actionElementTest(element: OneOf): ActionTest {
  const matches = actionTest(element.texts);
  return element.negated ? (action) => !matches(action) : matches;
}

/** A text with a valueless variable matches no resource, so that NotResource excludes nothing. */
function resourceElementTest(element: OneOf | undefined, variables: boolean): TextTest {
  if (element === undefined) return ANY_RESOURCE;
  const matches = resourceTest(element.texts, variables);
  return element.negated ? (resource, context) => !matches(resource, context) : matches;
}

/** Whatever is done to whatever resource, the statement may apply. */
export function speaksOfEverything({ action, resource }: CompiledStatement): boolean {
  return action === ANY_ACTION && resource === ANY_RESOURCE;
}

/**
 * Decides whether and how a statement applies: every element must match.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function statementMatch(
  statement: CompiledStatement,
  request: PreparedRequest,
  hasBoundary: boolean,
): PrincipalMatch {
  if (!statement.action(request.lowerCaseAction)) return "none";
  if (!statement.resource(request.resourceArn, request.context)) return "none";
  const match = statementPrincipalMatch(statement, request, hasBoundary);
  if (match === "none") return "none";
  for (const { holds } of statement.conditions) if (!holds(request.context)) return "none";
  return match;
}

/** How the statement covers the caller, whatever it does. */
export function statementPrincipalMatch(
  { principal, source }: CompiledStatement,
  { caller, canonicalUserId }: Pick<PreparedRequest, "caller" | "canonicalUserId">,
  hasBoundary: boolean,
): PrincipalMatch {
  if (principal === undefined) return "direct";
  if (!principal.negated) return principalMatch(principal.set, caller, canonicalUserId);
  const applies =
    source.effect === "Deny"
      ? !isSparedByDeny(principal.set, caller, hasBoundary)
      : isReachedByAllow(principal.set, caller, canonicalUserId);
  return applies ? "direct" : "none";
}
