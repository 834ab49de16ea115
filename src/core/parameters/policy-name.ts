import { parsePolicyName } from "#core/aws/policy-name.ts";
import type { FieldText, Parameter } from "./parameter.ts";
import { optionalText, textSchema } from "./reading.ts";

/** Name of a policy that a method puts somewhere; "" for the one that it makes up. */
export function policyNameParameter(
  told: Pick<Parameter, "id" | "side" | "linkKey"> & FieldText,
): Parameter<string, string> {
  return {
    ...told,
    control: { kind: "text" },
    schema: textSchema(optionalText(parsePolicyName)),
    default: "",
    placeholder: "",
    advanced: true,
  };
}
