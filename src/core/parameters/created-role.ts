import { parseIamPath, parseRoleName } from "#core/aws/role.ts";
import type { Parameter } from "./parameter.ts";
import { textSchema } from "./reading.ts";

/** Name of a role that a method creates in account A; what the role is for is the method's to say. */
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
