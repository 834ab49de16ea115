import { type Parsed, parsed, refused } from "#core/brand.ts";
import { type AccountId, isAccountId, parseAccountId } from "./account-id.ts";
import { type ArnParts, splitArn } from "./arn.ts";
import { IAM_NAME, IAM_PATH, IAM_PATH_MAX, SESSION_NAME } from "./iam-name.ts";
import { isPartition, type Partition } from "./region.ts";

/**
 * Who gets access. As text (form, link, agreement file) always one canonical ARN:
 * role, user, account root, one assumed-role session, or the ARN pattern of an
 * IAM Identity Center permission set's roles.
 */
export type Principal =
  | RolePrincipal
  | UserPrincipal
  | AccountPrincipal
  | SessionPrincipal
  | PermissionSetPrincipal;

export interface RolePrincipal {
  readonly kind: "role";
  readonly arn: string;
  readonly partition: Partition;
  readonly account: AccountId;
  /** Begins and ends with "/". */
  readonly path: string;
  readonly name: string;
}

export interface UserPrincipal {
  readonly kind: "user";
  readonly arn: string;
  readonly partition: Partition;
  readonly account: AccountId;
  readonly path: string;
  readonly name: string;
}

export interface AccountPrincipal {
  readonly kind: "account";
  /** The account's root ARN. */
  readonly arn: string;
  readonly partition: Partition;
  readonly account: AccountId;
}

export interface SessionPrincipal {
  readonly kind: "session";
  /** `arn:…:sts::…:assumed-role/name/session`; the role's path is not in it. */
  readonly arn: string;
  readonly partition: Partition;
  readonly account: AccountId;
  readonly roleName: string;
  readonly sessionName: string;
}

export interface PermissionSetPrincipal {
  readonly kind: "permission-set";
  /** Pattern for `aws:PrincipalArn`; a principal element takes no wildcard. */
  readonly arn: string;
  readonly partition: Partition;
  readonly account: AccountId;
  readonly name: string;
}

/**
 * IAM Identity Center's roles are named `AWSReservedSSO_<permission set>_<16 hex digits>`, below a path that names
 * the region or not. The digits change when the set is provisioned again, so only a pattern lasts.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/referencingpermissionsets.html
 */
const PERMISSION_SET_PATTERN =
  /^role\/aws-reserved\/sso\.amazonaws\.com\/(?:\*\/?|[a-z0-9-]+\/)?AWSReservedSSO_([\w+=,.@-]{1,32})_(?:\*|\?{16})$/;
const PERMISSION_SET_ROLE = /^AWSReservedSSO_([\w+=,.@-]{1,32})_[0-9a-f]{16}$/;

/**
 * The pattern that matches the roles of one permission set, however often it is provisioned again, and of no other:
 * a question mark stands for exactly one of the sixteen digits.
 */
export function permissionSetArn(partition: Partition, account: AccountId, name: string): string {
  return `arn:${partition}:iam::${account}:role/aws-reserved/sso.amazonaws.com/*AWSReservedSSO_${name}_${"?".repeat(16)}`;
}

/** Name of the permission set behind an Identity Center role's name. */
export function permissionSetOf(roleName: string): string | undefined {
  return PERMISSION_SET_ROLE.exec(roleName)?.[1];
}

/**
 * Accepts the ARN of a role, a user, an account's root, one exact assumed-role session, or the pattern of a
 * permission set's roles: what S3, IAM and KMS accept as a principal, or can be reached through the root.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function parsePrincipal(text: string): Parsed<Principal> {
  const arn = text.trim();
  if (arn === "") return refused("Enter the ARN of a role or user of account B.");
  if (arn === "*") {
    return refused(
      "A * would make the bucket public; enter the ARN of a role or user of account B.",
    );
  }
  const parts = splitArn(arn);
  if (parts === undefined) return refused(notAnArn(arn));
  if (!isPartition(parts.partition)) {
    return refused(
      `“${parts.partition.slice(0, 20)}” is not a partition; an ARN begins with arn:aws:, arn:aws-cn:, arn:aws-us-gov: or arn:aws-eusc:.`,
    );
  }
  if (parts.service === "sts") return sessionPrincipal(arn, parts, parts.partition);
  if (parts.service === "iam") return iamPrincipal(arn, parts, parts.partition);
  return refused(
    `This is an ARN of ${parts.service === "" ? "no service" : parts.service.slice(0, 20)}; a principal is a role, a user or an account: arn:aws:iam::444455556666:role/analytics-app.`,
  );
}

function notAnArn(text: string): string {
  const account = parseAccountId(text);
  if (account.ok) {
    return `To let in the whole account, enter its root ARN: arn:aws:iam::${account.value}:root.`;
  }
  if (/^(AROA|AIDA)[A-Z0-9]{12,}$/.test(text)) {
    return "This is the unique ID of a role or user, which a policy shows after it was deleted; enter the ARN of one that exists.";
  }
  if (/\.amazonaws\.(com|eu)(\.cn)?$/.test(text)) {
    return "This is a service, not an identity of account B; enter the ARN of a role or user.";
  }
  return "Enter the whole ARN, for example arn:aws:iam::444455556666:role/analytics-app.";
}

function iamPrincipal(arn: string, parts: ArnParts, partition: Partition): Parsed<Principal> {
  const account = arnAccount(parts);
  if (!account.ok) return account;
  const at = { arn, partition, account: account.value };
  if (parts.resource === "root") return parsed({ kind: "account", ...at });

  const setName = PERMISSION_SET_PATTERN.exec(parts.resource)?.[1];
  if (setName !== undefined) return parsed({ kind: "permission-set", ...at, name: setName });
  if (/[*?]/.test(parts.resource)) {
    return refused(
      parts.resource.includes("AWSReservedSSO_")
        ? `This pattern is not that of one permission set; write ${permissionSetArn(partition, account.value, "<permission set>")}.`
        : "A principal takes no wildcard; enter each role or user, or the account's root ARN.",
    );
  }

  const match = /^(role|user|group)(\/.*)$/s.exec(parts.resource);
  if (match === null) {
    return refused("After the account ID comes role/, user/ or root; check the ARN.");
  }
  const [, kind = "", rest = ""] = match;
  if (kind === "group") {
    return refused("A group cannot be a principal; enter the users in it, or a role.");
  }
  const slash = rest.lastIndexOf("/") + 1;
  const [path, name] = [rest.slice(0, slash), rest.slice(slash)];
  const problem = nameProblem(kind, path, name);
  if (problem !== undefined) return refused(problem);
  return parsed({ kind: kind === "role" ? "role" : "user", ...at, path, name });
}

function nameProblem(kind: string, path: string, name: string): string | undefined {
  if (name === "") return `The name of the ${kind} is missing at the end of the ARN; add it.`;
  if (!IAM_NAME.test(name)) {
    return `“${name.slice(0, 80)}” is not a ${kind} name: it has up to 64 letters, digits and + = , . @ - _. Check the ARN.`;
  }
  if (path.length > IAM_PATH_MAX || !IAM_PATH.test(path)) {
    return `“${path.slice(0, 80)}” is not a path: it begins and ends with / and has no empty part or blank. Check the ARN.`;
  }
  if (path.startsWith("/aws-service-role/")) {
    return "This is a service-linked role, which only its AWS service can use; enter another role.";
  }
  return undefined;
}

function sessionPrincipal(arn: string, parts: ArnParts, partition: Partition): Parsed<Principal> {
  const account = arnAccount(parts);
  if (!account.ok) return account;
  const [kind, roleName = "", sessionName = "", ...more] = parts.resource.split("/");
  if (kind === "federated-user") {
    return refused(
      "A federated user is not supported as principal; enter the ARN of the IAM user who got the session.",
    );
  }
  if (kind !== "assumed-role" || more.length > 0 || roleName === "" || sessionName === "") {
    return refused(
      "This is not an assumed-role session, which looks like arn:aws:sts::444455556666:assumed-role/analytics-app/nightly. Check the ARN.",
    );
  }
  if (/[*?]/.test(parts.resource)) {
    return refused(
      "A session principal names one exact session and takes no wildcard; enter the ARN of the role to let in all its sessions.",
    );
  }
  if (!IAM_NAME.test(roleName))
    return refused(`“${roleName.slice(0, 80)}” is not a role name; check the ARN.`);
  if (!SESSION_NAME.test(sessionName)) {
    return refused(
      `“${sessionName.slice(0, 80)}” is not a session name: it has 2 to 64 letters, digits and + = , . @ - _. Check the ARN.`,
    );
  }
  return parsed({ kind: "session", arn, partition, account: account.value, roleName, sessionName });
}

function arnAccount(parts: ArnParts): Parsed<AccountId> {
  return isAccountId(parts.account)
    ? parsed(parts.account)
    : refused("The account in this ARN does not have 12 digits; check the ARN.");
}

/** Short, for a list or a picture: `role analytics-app`. */
export function principalLabel(principal: Principal): string {
  switch (principal.kind) {
    case "role":
    case "user":
      return `${principal.kind} ${principal.path.slice(1)}${principal.name}`;
    case "account":
      return `account ${principal.account}`;
    case "session":
      return `session ${principal.roleName}/${principal.sessionName}`;
    case "permission-set":
      return `permission set ${principal.name}`;
  }
}
