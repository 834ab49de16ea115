import { roleArn } from "#core/aws/arn.ts";
import {
  type Principal,
  parsePrincipal,
  permissionSetArn,
  permissionSetOf,
} from "#core/aws/principal.ts";

export interface LastingArn {
  readonly arn: string;
  /** What was changed about it and what to look at, a sentence each. */
  readonly said: readonly string[];
}

/**
 * The ARN that keeps meaning the same identity: the role instead of one session of it, the permission set instead of
 * the role that Identity Center made for it this time.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function lastingArnOf(arn: string): LastingArn | undefined {
  const outcome = parsePrincipal(arn);
  if (!outcome.ok) return undefined;
  const principal = outcome.value;
  const set = permissionSetOf(roleNameOf(principal));
  if (set !== undefined) {
    return {
      arn: permissionSetArn(principal.partition, principal.account, set),
      said: [
        `This is an IAM Identity Center role: its name changes when the permission set is provisioned again, so the pattern of permission set ${set} is used.`,
      ],
    };
  }
  if (principal.kind !== "session") return { arn, said: [] };
  const { partition, account, roleName, sessionName } = principal;
  return {
    arn: roleArn({ partition, account, path: "/", name: roleName }),
    said: [
      `An assumed-role ARN does not contain the role's path: if ${roleName} has a path, add it before the name.`,
      `All sessions of the role are let in. To let in only the session ${sessionName}, type its ARN instead of pasting it.`,
    ],
  };
}

function roleNameOf(principal: Principal): string {
  if (principal.kind === "role") return principal.name;
  return principal.kind === "session" ? principal.roleName : "";
}
