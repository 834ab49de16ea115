import { useMemo } from "react";
import type { JsonPath } from "#core/policy/json-place.ts";
import { useFindings } from "#ui/findings/findings-context.tsx";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

/** Something to be told at a place of a document's text. */
export interface Mark {
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  /** Empty: it is about the document as a whole. */
  readonly path: JsonPath;
}

/** Beyond these a text is covered with marks; the list of findings has them all. */
const MOST = 100;

/** Everything there is to tell about a document. */
export function useMarks(documentId: string): readonly Mark[] {
  const { prepared } = useSharing();
  const findings = useFindings()?.findings;
  return useMemo(() => {
    const said = [...(findings?.errors ?? []), ...(findings?.advice ?? [])];
    return [
      ...prepared.issues
        .filter(({ document }) => document === documentId)
        .map(({ severity, message }) => ({ severity, message, path: [] })),
      ...said
        .filter(({ document }) => document === documentId)
        .map(({ severity, message, path }) => ({ severity, message, path })),
    ].slice(0, MOST);
  }, [prepared, findings, documentId]);
}
