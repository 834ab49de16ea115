import type { Draft, ParameterId, RawValue } from "./parameter.ts";
import { rawText, rawValue } from "./raw.ts";
import { SHARED, type SharedParameterId } from "./shared.ts";

/** A value for a field; `id` is a parameter's, or the path of one of its cells. */
export interface Assignment {
  readonly id: string;
  readonly value: RawValue;
}

/** What a pasted text was turned into, and the sentences that say so. */
export interface Intake {
  readonly assignments: readonly Assignment[];
  readonly said: readonly string[];
}

/** A place where a text was pasted. */
export interface Target {
  /** As pasted, trimmed. */
  readonly text: string;
  /** Path of the field or cell. */
  readonly path: string;
  readonly index: number | undefined;
  readonly column: string | undefined;
}

export const NOTHING_TAKEN: Intake = { assignments: [], said: [] };

export function joined(...parts: readonly Intake[]): Intake {
  return {
    assignments: parts.flatMap(({ assignments }) => assignments),
    said: parts.flatMap(({ said }) => said),
  };
}

/** Whether the draft's method asks for the value: its drafts hold every parameter. */
export function isAsked(draft: Draft, id: ParameterId): boolean {
  return rawValue(draft, id) !== undefined;
}

/**
 * A value found besides the one that the field is for. Fills a field that is empty; one that holds something else is
 * left as it is, and that is said.
 */
export function alsoFill(draft: Draft, id: SharedParameterId, value: string): Intake {
  if (!isAsked(draft, id)) return NOTHING_TAKEN;
  const { label, schema } = SHARED[id];
  const before = rawText(draft, id);
  if (before === "") {
    return { assignments: [{ id, value }], said: [`${label} is set to ${value} as well.`] };
  }
  const held = schema.safeParse(before);
  return before === value || (held.success && held.data === value)
    ? NOTHING_TAKEN
    : {
        assignments: [],
        said: [`${label} holds ${before.slice(0, 60)}, not ${value}; it is left as it is.`],
      };
}

/** Section and name of a cell's path, and what follows them. */
export function splitTarget(target: string): {
  readonly id: string;
  readonly index: number | undefined;
  readonly column: string | undefined;
} {
  const [section = "", name = "", index, column] = target.split(".");
  return {
    id: `${section}.${name}`,
    index: index === undefined || !/^\d+$/.test(index) ? undefined : Number(index),
    column,
  };
}
