import Toggle from "@cloudscape-design/components/toggle";
import type { ToggleControl } from "#core/parameters/parameter.ts";
import type { ControlProps } from "./control-props.ts";

export function ToggleField(props: ControlProps<ToggleControl>) {
  return (
    <Toggle
      {...props.a11y}
      checked={props.value === true}
      onChange={({ detail }) => props.onChange(detail.checked)}
    >
      {props.value === true ? "Yes" : "No"}
    </Toggle>
  );
}
