import type { Agreement } from "./agreement.ts";
import type { Draft, Issue } from "./parameter.ts";
import type { SharedParameterId } from "./shared.ts";

export interface CheckInput {
  readonly agreement: Agreement;
  readonly draft: Draft;
  /** False where the agreement holds a placeholder because the cell could not be read. */
  readonly isValid: (at: string) => boolean;
}

/** A rule about several values at once, run for methods that use all of them. */
export interface Check {
  readonly needs: readonly SharedParameterId[];
  readonly find: (input: CheckInput) => readonly Issue[];
}

export function error(at: string, message: string): Issue {
  return { severity: "error", message, at };
}

export function warning(at: string, message: string): Issue {
  return { severity: "warning", message, at };
}
