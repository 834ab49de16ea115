import { z } from "zod";
import { METHODS } from "#core/methods/index.ts";
import type { Method, MethodStep, Prepared } from "#core/methods/method.ts";
import type { Draft, Issue, Parameter, ParameterId, RawRow } from "#core/parameters/parameter.ts";
import { rawRows, rawValue } from "#core/parameters/raw.ts";
import { TWO_ACCOUNTS } from "#core/side.ts";

const OPTIONS = [
  { value: "one", label: "First", description: "The first of three." },
  { value: "two", label: "Second" },
  { value: "three", label: "Third" },
];

function text(id: ParameterId, label: string) {
  return {
    id,
    label,
    side: "owner",
    help: `Help for ${label}.`,
    example: "sample-1",
    schema: z.string().refine((value) => value !== "", { error: `Enter the ${label}.` }),
    default: "",
    placeholder: "<MISSING>",
    linkKey: null,
  } as const;
}

function choiceOf(id: ParameterId, label: string) {
  return { ...text(id, label), schema: z.any(), placeholder: "" } as const;
}

const COLUMN = { help: "Help for a column.", example: "acme" } as const;

export const PARAMETERS: readonly Parameter[] = [
  {
    ...text("settings.name", "Name"),
    control: { kind: "text" },
    where: {
      command: () => "aws iam list-names",
      console: () => ({ label: "Names", url: "https://console.example/names" }),
      note: "Ask the one who knows.",
    },
  },
  {
    ...choiceOf("settings.place", "Place"),
    control: { kind: "text", suggestions: [{ value: "eu-west-1", label: "Ireland" }] },
  },
  {
    ...choiceOf("settings.pick", "Pick"),
    default: "one",
    control: { kind: "choice", options: OPTIONS },
  },
  {
    ...choiceOf("settings.levels", "Levels"),
    default: ["one"],
    control: { kind: "choices", options: OPTIONS },
  },
  { ...choiceOf("settings.flag", "Flag"), default: false, control: { kind: "toggle" } },
  { ...choiceOf("settings.day", "Day"), control: { kind: "date" } },
  {
    ...choiceOf("settings.items", "Items"),
    schema: z.array(z.string().refine((item) => item !== "bad", { error: "Not this one." })),
    default: [],
    control: { kind: "list", itemName: "item", addLabel: "Add item" },
  },
  {
    ...choiceOf("settings.rows", "Rows"),
    default: [],
    control: {
      kind: "rows",
      itemName: "row",
      addLabel: "Add row",
      columns: [
        { ...COLUMN, id: "bucket", label: "Bucket", control: { kind: "text" }, default: "" },
        {
          ...COLUMN,
          id: "levels",
          label: "Row's levels",
          control: { kind: "choices", options: OPTIONS },
          default: ["one"],
        },
      ],
      fromLine: (line): RawRow | undefined =>
        line.startsWith("s3://") ? { bucket: line.slice(5), levels: ["two"] } : undefined,
    },
  },
  {
    ...choiceOf("settings.each", "Each"),
    default: [],
    control: {
      kind: "rows",
      itemName: "bucket",
      addLabel: "",
      keys: {
        column: "bucket",
        of: (draft) =>
          rawRows(draft, "settings.rows")
            .map((row) => String(row["bucket"]))
            .filter((bucket) => bucket.length > 2),
      },
      columns: [
        { ...COLUMN, id: "bucket", label: "Bucket", control: { kind: "text" }, default: "" },
        { ...COLUMN, id: "secret", label: "Secret", control: { kind: "toggle" }, default: false },
        {
          ...COLUMN,
          id: "key",
          label: "Key",
          control: { kind: "text" },
          default: "",
          appliesWhen: (row) => row["secret"] === true,
        },
      ],
    },
  },
];

const STEP: MethodStep = {
  id: "all",
  title: "All",
  description: "One of each.",
  side: "owner",
  parameters: PARAMETERS.map(({ id }) => id),
};

function emptyDraft(): Draft {
  const settings = Object.fromEntries(
    PARAMETERS.map(({ id, default: standard }) => [id.slice("settings.".length), standard]),
  );
  return { method: "every-control", owner: {}, consumer: {}, guardrails: {}, settings };
}

function issuesOf(draft: Draft): readonly Issue[] {
  return PARAMETERS.flatMap(({ id, schema }) => {
    const outcome = schema.safeParse(rawValue(draft, id));
    if (outcome.success) return [];
    return outcome.error.issues.map(({ path, message }) => ({
      severity: "error" as const,
      message,
      at: [id, ...path.map(String)].join("."),
    }));
  });
}

/** What a real method makes of nothing: the fields look at the issues alone. */
function preparedByAnother(): Prepared {
  const [method] = METHODS;
  if (method === undefined) throw new Error("there is no method");
  return method.prepare(method.emptyDraft());
}

const prepared = preparedByAnother();

/** A method that nobody offers: one parameter for each kind of control, known to no screen. */
export const everyControl: Method = {
  id: "every-control",
  title: "Every control",
  summary: "One of each.",
  tradeOffs: { pickWhen: "", avoidWhen: "", credentials: "", scale: "" },
  sides: TWO_ACCOUNTS,
  facts: prepared.method.facts,
  guide: "",
  steps: [STEP],
  parameters: PARAMETERS,
  emptyDraft,
  prepare: (draft) => {
    const issues = issuesOf(draft);
    return { ...prepared, method: everyControl, draft, complete: issues.length === 0, issues };
  },
};
