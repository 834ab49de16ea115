import Autosuggest from "@cloudscape-design/components/autosuggest";
import Input from "@cloudscape-design/components/input";
import type { TextControl } from "#core/parameters/parameter.ts";
import type { ControlProps } from "./control-props.ts";
import { asText } from "./draft-values.ts";

export function TextField(props: ControlProps<TextControl>) {
  const { control, a11y } = props;
  const common = {
    ...a11y,
    value: asText(props.value),
    onChange: ({ detail }: { detail: { value: string } }) => props.onChange(detail.value),
    disableBrowserAutocorrect: true,
    spellcheck: false,
    autoComplete: false,
  };
  const width = props.compact ? "wide" : (control.width ?? "medium");
  return (
    <div className={`field-text-${width}`}>
      {control.suggestions === undefined ? (
        <Input {...common} />
      ) : (
        <Autosuggest
          {...common}
          options={control.suggestions.map(({ value, label, description }) => ({
            value,
            label: value,
            description: description ?? (label === value ? undefined : label),
          }))}
          enteredTextLabel={(value) => `Use ${value}`}
          hideEnteredTextOption
          empty="No known value matches. Any text can be typed."
        />
      )}
    </div>
  );
}
