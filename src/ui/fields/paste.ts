import { intake } from "#core/parameters/intake.ts";
import type { Draft, Parameter } from "#core/parameters/parameter.ts";
import { pastedItems, pastedLines } from "#core/parameters/pasted-items.ts";
import { rawValue } from "#core/parameters/raw.ts";
import { type Assignment, sameValue } from "./draft-values.ts";
import { manyItems, manyRows } from "./many-lines.ts";
import { byParameter, textAt } from "./place-values.ts";

export interface Pasted {
  readonly assignments: readonly Assignment[];
  readonly said: readonly string[];
}

/**
 * What a paste into a place of the form means beyond its characters; undefined when it means nothing
 * beyond them, and the browser pastes as always.
 */
export function pasted(
  parameter: Parameter,
  at: string,
  text: string,
  form: { readonly draft: Draft; readonly parameters: readonly Parameter[] },
): Pasted | undefined {
  const { draft, parameters } = form;
  const { control } = parameter;
  // A JSON object spread over lines is one thing; other lines are one value each.
  if (!text.trim().startsWith("{")) {
    if (control.kind === "list" && pastedItems(text).length > 1) {
      return manyItems(parameter, control.itemName, text, draft, parameters);
    }
    if (control.kind === "rows" && control.keys === undefined && pastedLines(text).length > 1) {
      return manyRows(parameter, control, text, draft);
    }
  }
  const taken = intake(text, at, draft);
  if (taken === undefined) return undefined;
  return { assignments: byParameter(parameters, draft, taken.assignments), said: taken.said };
}

/**
 * What a typed text turns out to mean once its field is left: the same as if it had been pasted.
 * Undefined when the values are what they would be anyway.
 */
export function settled(
  parameter: Parameter,
  at: string,
  form: { readonly draft: Draft; readonly parameters: readonly Parameter[] },
): Pasted | undefined {
  const { draft, parameters } = form;
  const text = textAt(parameter, draft, at);
  const taken = text === undefined ? undefined : intake(text, at, draft);
  if (taken === undefined) return undefined;
  const assignments = byParameter(parameters, draft, taken.assignments);
  const own = assignments.find(({ id }) => id === parameter.id);
  if (own === undefined || sameValue(rawValue(draft, own.id), own.value)) return undefined;
  return { assignments, said: taken.said };
}
