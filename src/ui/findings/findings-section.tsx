import Button from "@cloudscape-design/components/button";
import { useEffect, useRef } from "react";
import type { Findings } from "#core/lint/finding.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { FindingList } from "./finding-list.tsx";
import { type MadeFix, useFindings } from "./findings-context.tsx";
import "./findings.css";

/** What AWS refuses and what we advise against: two lists, never mixed. */
export function FindingsSection() {
  const judgement = useFindings();
  const { prepared } = useSharing();
  const box = useFocusAfterFix(judgement?.turn ?? 0);
  if (judgement === undefined) return null;
  const { findings, unreadable, made, fix } = judgement;
  return (
    <section ref={box} className="findings" aria-labelledby="findings-title">
      <h3 className="review-title" id="findings-title" tabIndex={-1}>
        Findings
      </h3>
      <p className="sh-visually-hidden" role="status">
        {summary(findings)}
      </p>
      <FixNotice made={made} />
      <h4>What AWS refuses</h4>
      {findings.errors.length === 0 ? (
        <p className="findings-none">
          {prepared.complete ? "Nothing." : "Known as soon as nothing is missing or wrong."}
        </p>
      ) : (
        <FindingList findings={findings.errors} onFix={fix} />
      )}
      <h4>What we advise against</h4>
      {findings.advice.length === 0 ? (
        <p className="findings-none">{prepared.complete ? "Nothing." : "Nothing so far."}</p>
      ) : (
        <FindingList findings={findings.advice} onFix={fix} />
      )}
      {unreadable.map(({ document }) => (
        <p key={document.id} className="findings-none">
          {document.title} is left out: its text is no policy document at present.
        </p>
      ))}
    </section>
  );
}

function summary({ errors, advice }: Findings): string {
  const refused =
    errors.length === 0 ? "Nothing that AWS refuses" : `${errors.length} refused by AWS`;
  const advised =
    advice.length === 0 ? "nothing advised against" : `${advice.length} advised against`;
  return `Findings: ${refused}, ${advised}.`;
}

function FixNotice(props: { readonly made: MadeFix | undefined }) {
  const { made } = props;
  const { prepared } = useSharing();
  const title = prepared.documents.find(({ id }) => id === made?.documentId)?.title;
  return (
    <div role="status">
      {made !== undefined && (
        <p className="findings-made">
          Done in {title}: {made.label}.{" "}
          <Button variant="inline-link" ariaLabel={`Undo: ${made.label}`} onClick={made.undo}>
            Undo
          </Button>
        </p>
      )}
    </div>
  );
}

/** The button that was pressed goes with its finding: the focus goes to what takes the fix back, or to the title. */
function useFocusAfterFix(turn: number) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (turn === 0) return;
    const undo = box.current?.querySelector<HTMLElement>(".findings-made button");
    (undo ?? box.current?.querySelector<HTMLElement>("h3"))?.focus();
  }, [turn]);
  return box;
}
