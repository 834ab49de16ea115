import Toggle from "@cloudscape-design/components/toggle";
import type { ToggleControl } from "#core/parameters/parameter.ts";
import type { ControlProps } from "./control-props.ts";

export function ToggleField(props: ControlProps<ToggleControl>) {
  const on = props.value === true;
  return (
    <div className="field-toggle">
      <Toggle
        {...props.a11y}
        checked={on}
        onChange={({ detail }) => props.onChange(detail.checked)}
      />
      <span aria-hidden="true">{on ? "Yes" : "No"}</span>
    </div>
  );
}
