import type {
  ChoiceControl,
  ChoicesControl,
  DateControl,
  TextControl,
  ToggleControl,
} from "#core/parameters/parameter.ts";
import { ChoiceField } from "./choice-control.tsx";
import { ChoicesField } from "./choices-control.tsx";
import type { ControlProps } from "./control-props.ts";
import { DateField } from "./date-control.tsx";
import { TextField } from "./text-control.tsx";
import { ToggleField } from "./toggle-control.tsx";

export type SimpleControl =
  | TextControl
  | ChoiceControl
  | ChoicesControl
  | ToggleControl
  | DateControl;

/** Where the values to choose from are on screen anyway, they are the example. */
export function exampleText(control: SimpleControl, example: string): string | undefined {
  const isTyped = control.kind === "text" || control.kind === "date";
  return isTyped && example !== "" ? `Example: ${example}` : undefined;
}

/** Any control that edits one value; a list is made of them. */
export function SimpleField(props: ControlProps<SimpleControl>) {
  const { control, ...rest } = props;
  switch (control.kind) {
    case "text":
      return <TextField control={control} {...rest} />;
    case "choice":
      return <ChoiceField control={control} {...rest} />;
    case "choices":
      return <ChoicesField control={control} {...rest} />;
    case "toggle":
      return <ToggleField control={control} {...rest} />;
    case "date":
      return <DateField control={control} {...rest} />;
  }
}
