import type { Advice } from "#core/methods/facts.ts";
import type { Draft, Parameter, RawRow, RawValue } from "#core/parameters/parameter.ts";
import { cellText, rawRows, rawValue } from "#core/parameters/raw.ts";
import { type Given, stillAsked } from "./answers.ts";
import { QUESTION_IDS, QUESTIONS, type Settled } from "./questions.ts";

/** A method, as far as its values are about answers. */
interface Asking {
  readonly parameters: readonly Parameter[];
  readonly facts: { readonly advice: Advice };
}

/** A value that follows from an answer. */
export interface Taken {
  readonly parameter: Parameter;
  readonly value: RawValue;
  /** As a person reads it. */
  readonly label: string;
}

/** The values that the answers settle, where the method asks for them and nobody has given them yet. */
export function takenFrom(given: Given, method: Asking, draft: Draft): readonly Taken[] {
  return QUESTION_IDS.flatMap((id) => {
    const settles = QUESTIONS[id].options.find(({ value }) => value === given[id])?.settles;
    const parameter = method.parameters.find((one) => one.id === settles?.parameter);
    if (settles === undefined || parameter === undefined) return [];
    const present = rawValue(draft, parameter.id) ?? parameter.default;
    if (JSON.stringify(present) !== JSON.stringify(parameter.default)) return [];
    return "column" in settles
      ? takenRows(settles, parameter, draft)
      : [{ parameter, value: settles.value, label: parameter.label }];
  });
}

function takenRows(
  { column, value }: Extract<Settled, { column: string }>,
  parameter: Parameter,
  draft: Draft,
): readonly Taken[] {
  const { control } = parameter;
  if (control.kind !== "rows" || control.keys === undefined) return [];
  const { keys, columns } = control;
  const known = columns.find(({ id }) => id === column);
  if (known === undefined) return [];
  const wanted = keys.of(draft);
  // A row without a key waits for the first one.
  const rows = (wanted.length === 0 ? [""] : wanted).map(
    (key): RawRow => ({
      ...Object.fromEntries(columns.map((one) => [one.id, one.default])),
      [keys.column]: key,
      [column]: value,
    }),
  );
  return [{ parameter, value: rows, label: known.label }];
}

/** What a sharing says of the questions: by its method, and by its values. */
export function answersOf(method: Asking, draft: Draft): Given {
  const said = QUESTION_IDS.flatMap((id) => {
    const option = QUESTIONS[id].options.find(({ settles }) => isSo(settles, method, draft));
    return option === undefined ? [] : [[id, option.value]];
  });
  return stillAsked({ ...Object.fromEntries(said), ...method.facts.advice.given });
}

function isSo(settles: Settled | undefined, { parameters }: Asking, draft: Draft): boolean {
  if (settles === undefined || parameters.every(({ id }) => id !== settles.parameter)) return false;
  if (!("column" in settles)) return rawValue(draft, settles.parameter) === settles.value;
  return rawRows(draft, settles.parameter).some(
    (row) => cellText(row, settles.column) === settles.value,
  );
}
