import RadioGroup from "@cloudscape-design/components/radio-group";
import Select from "@cloudscape-design/components/select";
import type { ChoiceControl } from "#core/parameters/parameter.ts";
import type { ControlProps } from "./control-props.ts";
import { asText } from "./draft-values.ts";

/** More options than this are chosen from a drop-down. */
const RADIO_MAX = 5;

export function ChoiceField(props: ControlProps<ChoiceControl>) {
  const { control, a11y } = props;
  const value = asText(props.value);
  if (!props.compact && control.options.length <= RADIO_MAX) {
    return (
      <RadioGroup
        ariaLabelledby={a11y.ariaLabelledby}
        ariaDescribedby={a11y.ariaDescribedby}
        value={value}
        items={control.options.map((option) => ({
          ...option,
          controlId: `${a11y.controlId}-${option.value}`,
        }))}
        onChange={({ detail }) => props.onChange(detail.value)}
      />
    );
  }
  const options = control.options.map((option) => ({ ...option }));
  return (
    <Select
      {...a11y}
      selectedOption={options.find((option) => option.value === value) ?? null}
      options={options}
      placeholder={value === "" ? "Choose" : value}
      onChange={({ detail }) => props.onChange(detail.selectedOption.value ?? "")}
    />
  );
}
