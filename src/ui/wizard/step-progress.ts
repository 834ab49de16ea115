import type { Method, MethodStep, Prepared } from "#core/methods/method.ts";
import type {
  Draft,
  Issue,
  Parameter,
  ParameterId,
  RawRow,
  RowsControl,
} from "#core/parameters/parameter.ts";
import { cellText, rawRows } from "#core/parameters/raw.ts";
import type { Side } from "#core/side.ts";
import { isWithin } from "#ui/fields/draft-values.ts";

export const REVIEW = "review";
export const HAND_OVER = "hand-over";

/** A screen of the wizard as the step list shows it. */
export interface Stop {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The method's own step; undefined for Review and Hand over. */
  readonly step: MethodStep | undefined;
}

export function stopsOf(method: Method): readonly Stop[] {
  return [
    ...method.steps.map((step) => ({
      id: step.id,
      title: step.title,
      description: step.description,
      step,
    })),
    {
      id: REVIEW,
      title: "Review",
      description:
        "Both accounts' documents as they will be put in place, and what they are made of.",
      step: undefined,
    },
    {
      id: HAND_OVER,
      title: "Hand over",
      description: "What each account's owner does, in which order, and how to take it back.",
      step: undefined,
    },
  ];
}

/** The parameters a step asks for now, in its order. */
export function parametersOf(method: Method, step: MethodStep, draft: Draft): readonly Parameter[] {
  return step.parameters.flatMap((id) => {
    const parameter = method.parameters.find((one) => one.id === id);
    return parameter === undefined || parameter.appliesWhen?.(draft) === false ? [] : [parameter];
  });
}

export function stepOf(method: Method, at: string): MethodStep | undefined {
  return method.steps.find(({ parameters }) => parameters.some((id) => isWithin(at, id)));
}

export function parameterOf(method: Method, at: string): Parameter | undefined {
  return method.parameters.find(({ id }) => isWithin(at, id));
}

export function errorsOf(step: MethodStep, issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(
    ({ at, severity }) =>
      severity === "error" && step.parameters.some((id: ParameterId) => isWithin(at, id)),
  );
}

/** Errors of values that this side's owner knows. */
export function errorsOfSide(prepared: Prepared, side: Side): readonly Issue[] {
  return prepared.issues.filter(
    ({ at, severity }) =>
      severity === "error" && at !== undefined && parameterOf(prepared.method, at)?.side === side,
  );
}

/** A place in words: `KMS key ARN, acme-share-data`, or with a number while the row has no name. */
export function placeName(method: Method, draft: Draft, at: string): string {
  const parameter = parameterOf(method, at);
  if (parameter === undefined) return at;
  const { id, label, control } = parameter;
  const [place, columnId] = at.slice(id.length + 1).split(".");
  const index = Number.parseInt(place ?? "", 10);
  if (Number.isNaN(index)) return label;
  if (control.kind === "list") return capital(`${control.itemName} ${index + 1}`);
  if (control.kind !== "rows") return label;
  const row = rawRows(draft, id)[index] ?? {};
  const column = control.columns.find((one) => one.id === columnId);
  const named = column?.control.kind === "text" && firstText(control, row) === row[column.id];
  const name = named ? "" : firstText(control, row);
  const rowName = name === "" ? `${control.itemName} ${index + 1}` : name;
  return column === undefined ? capital(rowName) : `${column.label}, ${rowName}`;
}

function firstText(control: RowsControl, row: RawRow): string {
  const first = control.columns.find((column) => column.control.kind === "text");
  return first === undefined ? "" : cellText(row, first.id);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
