import { roleArn } from "#core/aws/arn.ts";
import { type Principal, permissionSetOf } from "#core/aws/principal.ts";
import type { Attachment } from "./document.ts";

/**
 * Where the policies of these principals are attached in their own account. A session's rights are
 * those of its role; a role of IAM Identity Center cannot be edited in IAM, only its permission set.
 * @see https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html
 */
export function attachmentsOf(principals: readonly Principal[]): readonly Attachment[] {
  const all = principals.map(attachmentOf);
  return [...new Map(all.map((attachment) => [JSON.stringify(attachment), attachment])).values()];
}

function attachmentOf(principal: Principal): Attachment {
  switch (principal.kind) {
    case "role":
      return roleOrSet(principal.name, principal.arn);
    case "session": {
      const { partition, account, roleName } = principal;
      return roleOrSet(roleName, roleArn({ partition, account, path: "/", name: roleName }));
    }
    case "user":
      return { kind: "user", arn: principal.arn };
    case "account":
      return { kind: "account", account: principal.account };
    case "permission-set":
      return { kind: "permission-set", name: principal.name };
  }
}

function roleOrSet(name: string, arn: string): Attachment {
  const set = permissionSetOf(name);
  return set === undefined ? { kind: "role", arn } : { kind: "permission-set", name: set };
}

/** The name at the end of a role's or user's ARN: what IAM's calls take. */
export function nameInArn(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
