import type { FieldText, Parameter } from "./parameter.ts";
import { parseProfile } from "./profile.ts";
import { textSchema } from "./reading.ts";

/** A profile of the AWS CLI, on the machine of whoever runs the commands; "" for the default credentials. */
export function profileParameter(
  told: Pick<Parameter, "id" | "side"> & Pick<FieldText, "label" | "help" | "example">,
): Parameter<string, string> {
  return {
    ...told,
    where: {
      command: () => "aws configure list-profiles",
      note: "The name is local to one machine, so a link does not carry it.",
    },
    control: { kind: "text", width: "narrow" },
    schema: textSchema(parseProfile),
    default: "",
    placeholder: "",
    linkKey: null,
    advanced: true,
  };
}
