import { legible } from "./legible.ts";

declare const brand: unique symbol;

/** A value that has passed the parser of its name; plain text is not assignable to it. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };

/** Outcome of turning untrusted text into a value: the value, or a sentence saying what to do. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly message: string };

export function parsed<Value>(value: Value): Parsed<Value> {
  return { ok: true, value };
}

export function refused(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message: legible(message) };
}
