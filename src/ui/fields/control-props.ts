import type { RawValue } from "#core/parameters/parameter.ts";

/** What ties a control to its label and messages. Undefined parts come from the FormField around it. */
export interface ControlA11y {
  readonly controlId: string;
  readonly ariaLabelledby?: string;
  readonly ariaLabel?: string;
  readonly ariaDescribedby?: string;
  readonly invalid?: boolean;
  readonly warning?: boolean;
}

export interface ControlProps<Kind> {
  readonly control: Kind;
  readonly label: string;
  readonly value: RawValue | undefined;
  readonly onChange: (value: RawValue) => void;
  readonly a11y: ControlA11y;
  /** In a row of a list: as small as can be, and as wide as the column. */
  readonly compact: boolean;
}
