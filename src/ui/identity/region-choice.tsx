import Select from "@cloudscape-design/components/select";
import { useId } from "react";
import { PARTITIONS, regionsOf } from "#core/aws/region.ts";

const OPTIONS = PARTITIONS.map((partition) => ({
  label: partition,
  options: regionsOf(partition).map(({ code, name }) => ({
    value: code,
    label: code,
    description: name,
  })),
}));

/** Every region gives the same answer; another one is needed where STS or the region is switched off. */
export function RegionChoice(props: {
  readonly region: string;
  readonly disabled: boolean;
  readonly onChange: (region: string) => void;
}) {
  const id = useId();
  return (
    <div className="identity-region">
      <label htmlFor={id}>Region whose STS is asked</label>
      <Select
        controlId={id}
        selectedOption={{ value: props.region, label: props.region }}
        options={OPTIONS}
        filteringType="auto"
        filteringAriaLabel="Find a Region"
        empty="No Region matches."
        disabled={props.disabled}
        onChange={({ detail }) => props.onChange(detail.selectedOption.value ?? props.region)}
      />
    </div>
  );
}
