import type { Parameter } from "./parameter.ts";
import { toggleSchema } from "./reading.ts";

type Told = Pick<Parameter, "id" | "side" | "label" | "help" | "linkKey"> &
  Partial<Pick<Parameter, "appliesWhen" | "advanced">>;

/** On or off; off unless it is said. */
export function toggleParameter(told: Told, initial = false): Parameter<boolean, boolean> {
  return {
    ...told,
    example: initial ? "on" : "off",
    control: { kind: "toggle" },
    schema: toggleSchema(),
    default: initial,
    placeholder: initial,
  };
}
