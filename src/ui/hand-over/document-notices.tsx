import Alert from "@cloudscape-design/components/alert";
import Link from "@cloudscape-design/components/link";
import { useMemo } from "react";
import type { Finding } from "#core/lint/finding.ts";
import { findings } from "#core/lint/findings.ts";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { REVIEW } from "#ui/wizard/step-progress.ts";

const SHOWN = 3;

/** What was written by hand, here or by others: nothing is locked for it, but nobody shall overlook it. */
export function DocumentNotices() {
  const { documents } = useSharing();
  const edited = documents.filter((document) => document.edited);
  return (
    <>
      <RefusedNotice />
      {edited.length > 0 && <EditedNotice edited={edited} />}
    </>
  );
}

function EditedNotice({ edited }: { readonly edited: readonly EffectiveDocument[] }) {
  const { stepHref } = useSharing();
  const isOne = edited.length === 1;
  return (
    <Alert
      type="info"
      header={
        isOne ? "A document was edited by hand" : `${edited.length} documents were edited by hand`
      }
    >
      {edited.map(({ document }) => document.title).join(", ")}: what is changed in the form does
      not reach {isOne ? "it" : "them"}. <Link href={stepHref(REVIEW)}>Review</Link> compares{" "}
      {isOne ? "it" : "them"} with what was generated, and resets {isOne ? "it" : "them"}.
    </Alert>
  );
}

function RefusedNotice() {
  const { prepared, documents, stepHref } = useSharing();
  const errors = useMemo(() => refusals(prepared, documents), [prepared, documents]);
  if (errors.length === 0) return null;
  const titleOf = ({ document: id }: Finding) =>
    documents.find(({ document }) => document.id === id)?.document.title ?? "";
  return (
    <Alert type="error" header="AWS refuses these documents as they are">
      {errors.slice(0, SHOWN).map((error) => (
        <p
          key={`${error.document} ${error.path.join()} ${error.message}`}
          className="hand-over-missing"
        >
          {titleOf(error)}: {error.message}
        </p>
      ))}
      {errors.length > SHOWN && `And ${errors.length - SHOWN} more. `}
      Put this right in <Link href={stepHref(REVIEW)}>Review</Link> first: the command that puts the
      document in place fails.
    </Alert>
  );
}

/** Generated documents have no such findings, so only those with something else in them are judged. */
function refusals(
  prepared: ReturnType<typeof useSharing>["prepared"],
  documents: readonly EffectiveDocument[],
): readonly Finding[] {
  const judged = documents.filter(
    ({ document, edited, problem }) =>
      problem === undefined && (edited || document.merged !== undefined),
  );
  return judged.length === 0 ? [] : findings({ ...prepared, documents: judged }).errors;
}
