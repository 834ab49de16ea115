/** A pasted text on its way to a policy, and what was done to it so far, as sentences. */
export interface Reading {
  readonly text: string;
  readonly said: readonly string[];
}

/** What stands in the way of reading a text, with the place where it can be named. */
export interface Refusal {
  readonly ok: false;
  readonly message: string;
  /** From 1, in the text that was pasted. */
  readonly line?: number;
  readonly column?: number;
}

export type Outcome<Value> = { readonly ok: true; readonly value: Value } | Refusal;

export function understood<Value>(value: Value): Outcome<Value> {
  return { ok: true, value };
}

export function notUnderstood(message: string, place: Partial<Refusal> = {}): Refusal {
  return { ...place, ok: false, message };
}

export function step(reading: Reading, text: string, sentence: string): Reading {
  return { text, said: [...reading.said, sentence] };
}
