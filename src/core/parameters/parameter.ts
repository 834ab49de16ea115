import type { z } from "zod";
import type { Side } from "#core/side.ts";

/** One row of a list parameter, as typed: texts, switches and sets of texts by column id. */
export type RawRow = { readonly [column: string]: string | boolean | readonly string[] };

/** A value as typed, saved or carried by a link. Account ids are text for ever (leading zeros). */
export type RawValue = string | boolean | readonly string[] | readonly RawRow[];

/** Sections of an agreement; `settings` holds the method's own parameters. */
export type Section = "owner" | "consumer" | "guardrails" | "settings";

/** Where a parameter lives in an agreement, e.g. `owner.account`; also the form field's name. */
export type ParameterId = `${Section}.${string}`;

/**
 * Everything that has been typed so far, valid or not. This is what `agreement.json` and a link
 * carry and what the form edits; parsing it yields an `Agreement`.
 */
export interface Draft {
  readonly method: string;
  readonly owner: { readonly [name: string]: RawValue };
  readonly consumer: { readonly [name: string]: RawValue };
  readonly guardrails: { readonly [name: string]: RawValue };
  readonly settings: { readonly [name: string]: RawValue };
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
}

/** Where a person finds the value: a command to run in that side's account, a console page. */
export interface Where {
  readonly command?: (draft: Draft) => string;
  readonly console?: (draft: Draft) => { readonly label: string; readonly url: string };
  readonly note?: string;
}

/** What is told about a field on screen and in the bundle's README. */
export interface FieldText {
  /** AWS's own term. */
  readonly label: string;
  /** One line. */
  readonly help: string;
  /** A real, valid example. */
  readonly example: string;
  readonly where?: Where;
}

/** A column of a `rows` control. */
export interface Column extends FieldText {
  readonly id: string;
  readonly control: TextControl | ChoiceControl | ChoicesControl | ToggleControl;
  readonly default: string | boolean | readonly string[];
  /** Hidden, and left out of links and reviews, when it says false. */
  readonly appliesWhen?: (row: RawRow, draft: Draft) => boolean;
}

export interface TextControl {
  readonly kind: "text";
  /** Narrow inputs for account ids and numbers, wide for ARNs. */
  readonly width?: "narrow" | "wide";
  /** Known values offered while typing; any other text is accepted and validated. */
  readonly suggestions?: readonly Option[];
}

/** Exactly one of a few. */
export interface ChoiceControl {
  readonly kind: "choice";
  readonly options: readonly Option[];
}

/** Any number of a few, e.g. access levels. Raw value: the chosen values in the options' order. */
export interface ChoicesControl {
  readonly kind: "choices";
  readonly options: readonly Option[];
}

/** Raw value: boolean. */
export interface ToggleControl {
  readonly kind: "toggle";
}

/** ISO date, `YYYY-MM-DD`, or "". */
export interface DateControl {
  readonly kind: "date";
}

/** Any number of texts; many lines can be pasted at once. Raw value: string[]. */
export interface ListControl {
  readonly kind: "list";
  readonly itemName: string;
  readonly addLabel: string;
}

/** Any number of rows. Raw value: RawRow[]; many lines can be pasted at once via `fromLine`. */
export interface RowsControl {
  readonly kind: "rows";
  readonly itemName: string;
  readonly addLabel: string;
  readonly columns: readonly Column[];
  /** Rows follow other values (e.g. one row for each bucket named by a location): no add or remove. */
  readonly keys?: { readonly column: string; readonly of: (draft: Draft) => readonly string[] };
  /** One pasted line to a row. */
  readonly fromLine?: (line: string) => RawRow | undefined;
}

export type Control =
  | TextControl
  | ChoiceControl
  | ChoicesControl
  | ToggleControl
  | DateControl
  | ListControl
  | RowsControl;

/**
 * A parameter is declared once. Form field, link, review row, bundle README and headless command
 * all read this declaration.
 */
export interface Parameter<Raw extends RawValue = RawValue, Value = unknown> extends FieldText {
  readonly id: ParameterId;
  /** Who knows the value, and so whose task it is to fill it in. */
  readonly side: Side;
  readonly control: Control;
  /** Raw to parsed. Every message is a sentence that says what is wrong and what to do. */
  readonly schema: z.ZodType<Value, Raw>;
  readonly default: Raw;
  /** Stands in documents shown before the value is known; never copied, never bundled. */
  readonly placeholder: Value;
  /**
   * The key that carries the value in a link, or null when it may not travel. Required, so that
   * each new parameter answers the question. Keys are for ever: old links keep opening.
   */
  readonly linkKey: string | null;
  /** The field is hidden, and its default used, when it says false. */
  readonly appliesWhen?: (draft: Draft) => boolean;
  /** Rarely needed; shown under "More". */
  readonly advanced?: boolean;
}

/**
 * Something to tell about a draft or its documents.
 * `at` is a parameter id, with row and column when it is one cell: `owner.locations.2.prefix`.
 */
export interface Issue {
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly at?: string;
  /** Id of the document it is about. */
  readonly document?: string;
  /** What it says of the advisor's questions, where another method may be the way out: `key=aws-s3`. */
  readonly answers?: string;
}
