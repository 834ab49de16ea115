import Checkbox from "@cloudscape-design/components/checkbox";
import type { ChoicesControl } from "#core/parameters/parameter.ts";
import type { ControlProps } from "./control-props.ts";
import { asTexts } from "./draft-values.ts";

export function ChoicesField(props: ControlProps<ChoicesControl>) {
  const { control, a11y, compact } = props;
  const chosen = new Set(asTexts(props.value));
  const choose = (option: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(option);
    else next.delete(option);
    // In the options' order, and never without a value this page does not know.
    const known = control.options.map(({ value }) => value).filter((value) => next.has(value));
    const unknown = [...next].filter((value) => !known.includes(value));
    props.onChange([...known, ...unknown]);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser
    <div
      role="group"
      id={a11y.controlId}
      aria-labelledby={a11y.ariaLabelledby}
      aria-label={a11y.ariaLabelledby === undefined ? (a11y.ariaLabel ?? props.label) : undefined}
      aria-describedby={a11y.ariaDescribedby}
      className={compact ? "field-choices-compact" : "field-choices"}
    >
      {control.options.map((option) => (
        <Checkbox
          key={option.value}
          checked={chosen.has(option.value)}
          description={compact ? undefined : option.description}
          nativeInputAttributes={a11y.invalid === true ? { "aria-invalid": true } : undefined}
          onChange={({ detail }) => choose(option.value, detail.checked)}
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  );
}
