import { type Given, readAnswers } from "#core/advisor/answers.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import type { Origin } from "./sharing-context.tsx";

/**
 * How another screen hands a draft to the wizard: `navigate(openingAddress(draft), {state: opening})`.
 * The draft goes through the history entry, not the address, so values that may not travel in a
 * link (CLI profiles) come along.
 */
export interface Opening {
  readonly origin: Exclude<Origin, "link">;
  readonly draft: Draft;
  /** Sentences to show above the form, e.g. what an agreement file said that is not understood. */
  readonly warnings: readonly string[];
}

/** State of the history entries that the wizard itself wrote: their values are in the form already. */
export interface OwnEntry {
  readonly own: true;
}

export function openingAddress(draft: Draft): string {
  return `/${draft.method}`;
}

export const OWN_ENTRY: OwnEntry = { own: true };

export function isOwnEntry(state: unknown): boolean {
  return typeof state === "object" && state !== null && "own" in state && state.own === true;
}

/** Written by the advisor: the method is in the address, the answers come along as their text. */
export interface AdviceEntry {
  readonly advised: string;
}

export function adviceOf(state: unknown): Given | undefined {
  if (typeof state !== "object" || state === null || !("advised" in state)) return undefined;
  return typeof state.advised === "string" ? readAnswers(state.advised).given : undefined;
}

/** The state was written by this page in this tab; its draft is still parsed like any other. */
export function openingOf(state: unknown): Opening | undefined {
  if (typeof state !== "object" || state === null) return undefined;
  return "origin" in state && "draft" in state && "warnings" in state
    ? (state as Opening)
    : undefined;
}
