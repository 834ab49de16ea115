import { type Parsed, parsed, refused } from "#core/brand.ts";
import { arnSegments } from "#core/proof/arn-pattern.ts";
import type { Caller } from "#core/proof/caller.ts";
import { isJsonObject, parseTexts } from "#core/proof/policy/element.ts";

/** What a `Principal` or `NotPrincipal` element names. */
export interface PrincipalSet {
  readonly everyone: boolean;
  /** Account ids, and for root ARNs `partition:account`. */
  readonly accounts: ReadonlySet<string>;
  /** Users, roles, sessions and federated users, exactly as written. Orphaned `AROA…` match nobody. */
  readonly arns: ReadonlySet<string>;
  /** Roles as sessions show them, without path: `partition:account:name`. */
  readonly roles: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly federated: ReadonlySet<string>;
  readonly canonicalUsers: ReadonlySet<string>;
}

/**
 * How an element covers a caller, strongest first: it names the user or session (or everyone); it
 * names the session's role; it names the account, which in an Allow only delegates.
 */
export type PrincipalMatch = "direct" | "role" | "account" | "none";

const ACCOUNT_ID = /^\d{12}$/;
const TYPES = ["AWS", "Service", "Federated", "CanonicalUser"];

/**
 * Reads a `Principal` or `NotPrincipal` element. `"*"` and `{"AWS": "*"}` mean the same; a wildcard
 * inside an ARN is no wildcard.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipals(element: string, value: unknown): Parsed<PrincipalSet> {
  const aws: string[] = [];
  const named = new Map<string, readonly string[]>();
  if (value === "*") {
    aws.push("*");
  } else if (isJsonObject(value)) {
    for (const [type, names] of Object.entries(value)) {
      if (!TYPES.includes(type)) {
        return refused(`${element} must be "*" or use ${TYPES.join(", ")}; "${type}" is not one.`);
      }
      const texts = parseTexts(`${element}.${type}`, names);
      if (!texts.ok) return texts;
      if (type === "AWS") aws.push(...texts.value);
      else named.set(type, texts.value);
    }
  } else {
    return refused(`${element} must be "*" or an object such as {"AWS": "arn:…"}.`);
  }
  return parsed({
    everyone: aws.includes("*"),
    ...awsNames(aws),
    services: new Set(named.get("Service")),
    federated: new Set(named.get("Federated")),
    canonicalUsers: new Set(named.get("CanonicalUser")),
  });
}

function awsNames(names: readonly string[]): Pick<PrincipalSet, "accounts" | "arns" | "roles"> {
  const accounts = new Set<string>();
  const arns = new Set<string>();
  const roles = new Set<string>();
  for (const name of names) {
    const [, partition, service, , account, rest = ""] = arnSegments(name) ?? [];
    if (ACCOUNT_ID.test(name)) accounts.add(name);
    else if (service === "iam" && rest === "root") accounts.add(`${partition}:${account}`);
    else arns.add(name);
    if (service === "iam" && rest.startsWith("role/")) {
      roles.add(`${partition}:${account}:${rest.slice(rest.lastIndexOf("/") + 1)}`);
    }
  }
  return { accounts, arns, roles };
}

/**
 * Decides how the element covers the caller. A role ARN covers the role's sessions, a session ARN
 * that session only, an account everybody in it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function principalMatch(
  set: PrincipalSet,
  caller: Caller,
  canonicalUserId: string | undefined,
): PrincipalMatch {
  if (set.everyone) return "direct";
  if (caller.kind === "service") return set.services.has(caller.arn) ? "direct" : "none";
  if (caller.kind === "federated") return set.federated.has(caller.arn) ? "direct" : "none";
  if (caller.kind === "anonymous") return "none";
  if (namesCallerItself(set, caller)) return "direct";
  if (namesRole(set, caller)) return "role";
  if (namesAccount(set, caller)) return caller.kind === "root" ? "direct" : "account";
  const isCanonicalUser = canonicalUserId !== undefined && set.canonicalUsers.has(canonicalUserId);
  return isCanonicalUser ? "account" : "none";
}

/** The user, or exactly this session. A role ARN as caller is a session of unknown name. */
export function namesCallerItself(set: PrincipalSet, caller: Caller): boolean {
  const isNamed = set.arns.has(caller.arn);
  return isNamed && (caller.kind !== "role-session" || caller.roleArn === undefined);
}

export function namesRole(set: PrincipalSet, caller: Caller): boolean {
  if (caller.kind !== "role-session" || set.roles.size === 0) return false;
  if (caller.roleArn !== undefined) return set.arns.has(caller.roleArn);
  return set.roles.has(`${caller.partition}:${caller.account}:${caller.roleName}`);
}

export function namesAccount(set: PrincipalSet, caller: Caller): boolean {
  if (set.accounts.size === 0 || caller.account === "") return false;
  const partition = arnSegments(caller.arn)?.[1] ?? "";
  return set.accounts.has(caller.account) || set.accounts.has(`${partition}:${caller.account}`);
}
