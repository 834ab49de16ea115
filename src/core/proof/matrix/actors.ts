import { type Principal, principalLabel } from "#core/aws/principal.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import { type Caller, parseCaller } from "#core/proof/caller.ts";
import type { RequestContext } from "#core/proof/context.ts";
import type { Statements } from "#core/proof/policies.ts";
import { otherThan } from "./circumstances.ts";
import type { Standing } from "./standing.ts";

/** Who asks. */
export interface Actor {
  readonly id: string;
  readonly label: string;
  /**
   * `principal` has been granted something; `role` is the shared role's session, or the user whose
   * keys are shared; the others have been granted nothing.
   */
  readonly kind: "principal" | "role" | "outsider" | "owner";
  /** The principals that fare alike in every question; empty for others. */
  readonly principals: readonly Principal[];
  readonly caller: Caller;
  readonly principalArn: string;
  /** What AWS says about the caller in every request. */
  readonly context: RequestContext;
  readonly identity: Statements;
  /** What a session was limited to when it was made; undefined where it was not. */
  readonly session?: Statements;
}

const UNIQUE_ROLE_ID = "AROAEXAMPLEROLEID0001:s3-handshake";
const UNIQUE_USER_ID = "AIDAEXAMPLEUSERID0001";

type Named = Pick<Actor, "id" | "label" | "kind" | "identity" | "session"> & {
  readonly principals?: readonly Principal[];
};

/** Some session of a role. */
export function roleActor(roleArn: string, account: string, named: Named): Actor {
  const context = {
    "aws:PrincipalArn": roleArn,
    "aws:PrincipalAccount": account,
    "aws:PrincipalType": "AssumedRole",
    "aws:userid": UNIQUE_ROLE_ID,
  };
  return actor(roleArn, context, named);
}

/** A user, with its own access keys. */
export function userActor(userArn: string, account: string, named: Named): Actor {
  const context = {
    "aws:PrincipalArn": userArn,
    "aws:PrincipalAccount": account,
    "aws:PrincipalType": "User",
    "aws:userid": UNIQUE_USER_ID,
    "aws:username": nameInArn(userArn),
  };
  return actor(userArn, context, named);
}

function actor(principalArn: string, context: RequestContext, named: Named): Actor {
  const caller = parseCaller(principalArn);
  return { principals: [], ...named, caller, principalArn, context };
}

/** A caller that stands for a principal of the agreement. */
export function principalActor(
  principals: readonly [Principal, ...Principal[]],
  id: string,
  { region }: Agreement["owner"],
  standing: Standing,
): Actor {
  const [principal] = principals;
  const { account } = principal;
  const more = principals.length - 1;
  const named = {
    id,
    label: `${principalLabel(principal)}${more === 0 ? "" : ` and ${more} more`}`,
    kind: "principal" as const,
    principals,
    identity: standing.principalPolicies(principal),
  };
  if (principal.kind === "user") return userActor(principal.arn, account, named);
  const roleArn = representativeRole(principal, region);
  const someSession = roleActor(roleArn, account, named);
  if (principal.kind !== "session") return someSession;
  return actor(principal.arn, { ...someSession.context }, named);
}

/** A role as which the principal calls; for an account, any role that its admin gives the policy. */
export function representativeRole(principal: Principal, region: string): string {
  const { partition, account } = principal;
  switch (principal.kind) {
    case "session":
      return `arn:${partition}:iam::${account}:role/${principal.roleName}`;
    case "account":
      return `arn:${partition}:iam::${account}:role/role-with-the-policy`;
    case "permission-set":
      return permissionSetRole(principal.arn, region);
    default:
      return principal.arn;
  }
}

/** One role that the pattern stands for. */
function permissionSetRole(pattern: string, region: string): string {
  return pattern
    .replace(/\*\/?AWSReservedSSO_/, `${region}/AWSReservedSSO_`)
    .replace(/_(\*|\?{16})$/, "_0123456789abcdef");
}

/** An account that has no part in the agreement. */
export function thirdAccount(used: readonly string[]): string {
  return otherThan(used, ["999988887777", "999988886666", "999988885555"]);
}

/** Nobody has granted these anything; none of them is among the agreement's principals. */
export function outsiders(
  { partition, owner, consumer }: Agreement,
  everything: Statements,
  /** Account A's grants name account B as a whole, whoever the principals are. */
  asAccount = false,
): readonly Actor[] {
  const third = thirdAccount([owner.account, consumer.account]);
  const outsider = { kind: "outsider" as const, identity: everything };
  const named = consumer.principals.map(principalNames);
  const other = unusedName("another-role", named.flat());
  const otherRole = `arn:${partition}:iam::${consumer.account}:role/${other}`;
  const sameName = named[0]?.[0] ?? other;
  const [session] = consumer.principals.filter((principal) => principal.kind === "session");
  const wholeAccount =
    asAccount || consumer.principals.some((principal) => principal.kind === "account");
  return [
    roleActor(otherRole, consumer.account, {
      ...outsider,
      id: asAccount ? "role-without-policy" : "other-role",
      label: wholeAccount ? "role without the policy" : "another role of account B",
      identity: wholeAccount ? [] : everything,
    }),
    ...(session === undefined || wholeAccount ? [] : [otherSession(session, everything)]),
    roleActor(`arn:${partition}:iam::${third}:role/${sameName}`, third, {
      ...outsider,
      id: "other-account",
      label: "a role of another account",
    }),
    actor("*", {}, { ...outsider, id: "nobody", label: "not signed in", identity: [] }),
  ];
}

function otherSession(
  { partition, account, roleName, sessionName }: Extract<Principal, { kind: "session" }>,
  identity: Statements,
): Actor {
  const roleArn = `arn:${partition}:iam::${account}:role/${roleName}`;
  const named = { id: "other-session", label: "another session of the role", identity };
  const { context } = roleActor(roleArn, account, { ...named, kind: "outsider" });
  const arn = `arn:${partition}:sts::${account}:assumed-role/${roleName}/another-${sessionName}`;
  return actor(arn, context, { ...named, kind: "outsider" });
}

/** An admin of account A, who must not be locked out. */
export function ownerAdmin({ partition, owner }: Agreement, everything: Statements): Actor {
  return roleActor(`arn:${partition}:iam::${owner.account}:role/admin`, owner.account, {
    id: "owner-admin",
    label: "account A's admin",
    kind: "owner",
    identity: everything,
  });
}

/** An AWS service that acts for itself. */
export function serviceActor(service: string): Actor {
  return namedService(service, "service", "AWS services");
}

export function namedService(service: string, id: string, label: string): Actor {
  const context = { "aws:PrincipalServiceName": service };
  return actor(service, context, { id, label, kind: "owner", identity: [] });
}

/** A role of account A that has no part in the sharing. */
export function unrelatedRole({ partition, owner }: Agreement): Actor {
  return roleActor(`arn:${partition}:iam::${owner.account}:role/unrelated`, owner.account, {
    id: "unrelated-role",
    label: "another role of account A",
    kind: "outsider",
    identity: [],
  });
}

function principalNames(principal: Principal): readonly string[] {
  if (principal.kind === "session") return [principal.roleName];
  return principal.kind === "account" ? [] : [principal.name];
}

function unusedName(name: string, used: readonly string[]): string {
  return used.includes(name) ? unusedName(`${name}-2`, used) : name;
}
