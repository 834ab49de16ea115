import { createContext, useContext } from "react";
import { type Control, useWatch } from "react-hook-form";
import type { Draft, Parameter, ParameterId, RawValue } from "#core/parameters/parameter.ts";
import type { Assignment } from "./draft-values.ts";

/** A wish to put the focus on a value; a new object each time, even for the same place. */
export interface FocusWish {
  /** Parameter id, with row and column when it is one cell. */
  readonly at: string;
  /** Whoever fulfils it says so: the step it is for may be drawn only later, and once is enough. */
  readonly fulfilled: { current: boolean };
}

/** What a field needs besides its declaration. None of it changes while somebody types. */
export interface Fields {
  readonly control: Control<Draft>;
  /** All that the method asks for: a paste may fill several fields. */
  readonly parameters: readonly Parameter[];
  /** The draft as it is at this moment, for event handlers. */
  readonly current: () => Draft;
  /** The one way by which values get into the draft. `at` is the place that is being edited. */
  readonly change: (assignments: readonly Assignment[], at: string) => void;
  /** The place has been left: its errors may be told from now on. */
  readonly leave: (at: string) => void;
  /** Rows moved: what was left before no longer stands for the same rows. */
  readonly forget: (id: ParameterId) => void;
}

export const FieldsContext = createContext<Fields | undefined>(undefined);

export const FocusContext = createContext<FocusWish | undefined>(undefined);

export function useFields(): Fields {
  const fields = useContext(FieldsContext);
  if (fields === undefined) throw new Error("a field needs a FieldsContext above it");
  return fields;
}

export function useFieldValue(id: ParameterId): RawValue | undefined {
  const { control } = useFields();
  return useWatch({ control, name: id });
}
