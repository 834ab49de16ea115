import { useMemo, useState } from "react";
import type { Finding } from "#core/lint/finding.ts";
import { agreementFindings, findings } from "#core/lint/findings.ts";
import type { Issue } from "#core/parameters/parameter.ts";
import { todayInUtc } from "#platform/clock.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

/** What a value causes, to be told at its field. Generated documents cause nothing of their own. */
export function useFieldFindings(): readonly Issue[] {
  const { prepared, documents, edits } = useSharing();
  const [today] = useState(todayInUtc);
  return useMemo(() => {
    if (edits.size === 0) return agreementFindings({ ...prepared, today }).flatMap(issueOf);
    const readable = documents.filter(({ problem }) => problem === undefined);
    const { errors, advice } = findings({ ...prepared, documents: readable, today });
    return [...errors, ...advice].flatMap(issueOf);
  }, [prepared, documents, edits, today]);
}

/** A field knows errors, which keep the sharing from being complete, and warnings. */
function issueOf({ message, at }: Finding): readonly Issue[] {
  return at === undefined ? [] : [{ severity: "warning", message, at }];
}
