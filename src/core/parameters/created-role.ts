import { roleArn } from "#core/aws/arn.ts";
import { ROLE_MAX_SESSION_MIN_SECONDS } from "#core/aws/limits.ts";
import { parseIamPath, parseRoleName, parseSessionSeconds } from "#core/aws/role.ts";
import type { Agreement } from "./agreement.ts";
import type { Parameter } from "./parameter.ts";
import { textSchema } from "./reading.ts";

/** What a method that creates a role in account A is told about it. */
export type CreatedRoleSettings = {
  readonly roleName: string;
  /** Begins and ends with "/". */
  readonly rolePath: string;
  readonly sessionSeconds: number;
};

/** A role of account A, as IAM creates it. */
export interface CreatedRole {
  readonly name: string;
  readonly path: string;
  /** Path included: without it AWS finds no role. */
  readonly arn: string;
  readonly maxSessionSeconds: number;
}

/**
 * The role that these values mean. Its own maximum cannot be below one hour, however short its sessions are meant
 * to be.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export function createdRole(
  { partition, owner }: Agreement,
  { roleName, rolePath, sessionSeconds }: CreatedRoleSettings,
): CreatedRole {
  const at = { partition, account: owner.account, path: rolePath, name: roleName };
  return {
    name: roleName,
    path: rolePath,
    arn: roleArn(at),
    maxSessionSeconds: Math.max(sessionSeconds, ROLE_MAX_SESSION_MIN_SECONDS),
  };
}

/** Name of the role; what the role is for is the method's to say. */
export function createdRoleName(text: {
  readonly help: string;
  readonly example: string;
}): Parameter<string, string> {
  return {
    id: "settings.roleName",
    side: "owner",
    label: "Role name",
    ...text,
    where: {
      note: "A new name: the role must not exist yet. Names that differ only in case count as equal.",
    },
    control: { kind: "text" },
    schema: textSchema(parseRoleName),
    default: "",
    placeholder: "<ROLE_NAME>",
    linkKey: "role",
  };
}

export const createdRolePath: Parameter<string, string> = {
  id: "settings.rolePath",
  side: "owner",
  label: "Role path",
  help: "Part of the role's ARN: begins and ends with /.",
  example: "/sharing/",
  control: { kind: "text" },
  schema: textSchema(parseIamPath),
  default: "/",
  placeholder: "/",
  linkKey: "role-path",
  advanced: true,
};

/** How long one session of the role, or credentials made from it, last. */
export function createdRoleSeconds(text: {
  readonly label: string;
  readonly help: string;
}): Parameter<string, number> {
  return {
    id: "settings.sessionSeconds",
    side: "owner",
    ...text,
    example: "3600",
    control: { kind: "text", width: "narrow" },
    schema: textSchema(parseSessionSeconds),
    default: "3600",
    placeholder: 3600,
    linkKey: "duration",
    advanced: true,
  };
}
