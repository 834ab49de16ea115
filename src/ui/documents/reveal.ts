import { createContext, useContext } from "react";
import type { JsonPath } from "#core/policy/json-place.ts";

/**
 * Opens a document's tab and shows the place in its text, selected and focused:
 * `reveal(document.id, statementPath(2, "Action", 0))`. Of a place that is not there the nearest around it.
 */
export type Reveal = (documentId: string, path?: JsonPath) => void;

/** What was asked for last; a new one each time, so that the same place can be asked for again. */
export interface Revealed {
  readonly documentId: string;
  readonly path: JsonPath;
  /** Goes up with each. */
  readonly turn: number;
}

/** Shows the place in a text; each view of a document has its own way. */
export type ShowPlace = (path: JsonPath, focus: boolean) => void;

const RevealContext = createContext<Reveal | undefined>(undefined);

export const RevealProvider = RevealContext.Provider;

/** Undefined where no documents are on the screen. */
export function useReveal(): Reveal | undefined {
  return useContext(RevealContext);
}
