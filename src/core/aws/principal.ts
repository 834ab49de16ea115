import type { AccountId } from "#core/aws/account-id.ts";
import type { Partition } from "#core/aws/region.ts";

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
