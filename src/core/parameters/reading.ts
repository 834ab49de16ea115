import { z } from "zod";
import type { Parsed } from "#core/brand.ts";
import type { RawValue } from "./parameter.ts";

/** A sentence about one cell of a value; `path` is row and column inside it, empty for the value itself. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What could be made of a value: placeholders stand where `problems` says that something is wrong. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problems: readonly Problem[];
}

/** No value of ours is longer; anything beyond is a slip of the clipboard. */
const TEXT_MAX_CHARACTERS = 4_096;

/** Turns text into a value by its parser. */
export function textSchema<Value>(
  parse: (text: string) => Parsed<Value>,
): z.ZodType<Value, string> {
  return z.string({ error: "Enter text here." }).transform((text, context) => {
    const outcome = parseText(text, parse);
    if (outcome.ok) return outcome.value;
    context.issues.push({ code: "custom", message: outcome.message, input: text });
    return z.NEVER;
  });
}

export function parseText<Value>(
  text: string,
  parse: (text: string) => Parsed<Value>,
): Parsed<Value> {
  return text.length > TEXT_MAX_CHARACTERS
    ? {
        ok: false,
        message: `This text has ${text.length} characters, far more than the value can have. Paste only the value.`,
      }
    : parse(text);
}

/** Empty text means "not asked for". */
export function optionalText(
  parse: (text: string) => Parsed<string>,
): (text: string) => Parsed<string> {
  return (text) => (text.trim() === "" ? { ok: true, value: "" } : parse(text));
}

export function toggleSchema(): z.ZodType<boolean, boolean> {
  return z.boolean({ error: "Switch it on or off." });
}

/** One of a few texts. */
export function choiceSchema<const Value extends string>(
  values: readonly Value[],
): z.ZodType<Value, string> {
  return textSchema((text) => {
    const value = values.find((one) => one === text);
    return value === undefined
      ? { ok: false, message: "Choose one of the values offered." }
      : { ok: true, value };
  });
}

/** A schema that says everything its reader finds, each at its own cell. */
export function readingSchema<Raw extends RawValue, Value>(
  read: (raw: unknown) => Reading<Value>,
): z.ZodType<Value, Raw> {
  return z
    .custom<Raw>(() => true)
    .transform((raw, context) => {
      const reading = read(raw);
      for (const { path, message } of reading.problems) {
        context.issues.push({ code: "custom", message, path: [...path], input: raw });
      }
      return reading.value;
    });
}

export interface ListRules<Value> {
  readonly parse: (text: string) => Parsed<Value>;
  /** How many at most, and what to say beyond. */
  readonly max: number;
  readonly tooMany: (count: number) => string;
  /** What to say of an empty list; undefined when it may be empty. */
  readonly empty?: string;
  /** Stands for an item that cannot be read; left out when undefined. */
  readonly placeholder?: Value;
}

/** Reads each item on its own, so that one slip does not hide the others. */
export function readList<Value>(raw: unknown, rules: ListRules<Value>): Reading<readonly Value[]> {
  if (!Array.isArray(raw)) {
    return { value: [], problems: [{ path: [], message: "Enter a list here." }] };
  }
  const values: Value[] = [];
  const problems: Problem[] = [];
  if (raw.length === 0 && rules.empty !== undefined) {
    problems.push({ path: [], message: rules.empty });
  }
  if (raw.length > rules.max) problems.push({ path: [], message: rules.tooMany(raw.length) });
  for (const [index, item] of raw.slice(0, rules.max).entries()) {
    const outcome: Parsed<Value> =
      typeof item === "string"
        ? parseText(item, rules.parse)
        : { ok: false, message: "Enter text here." };
    if (outcome.ok) values.push(outcome.value);
    else {
      problems.push({ path: [index], message: outcome.message });
      if (rules.placeholder !== undefined) values.push(rules.placeholder);
    }
  }
  return { value: values, problems };
}
