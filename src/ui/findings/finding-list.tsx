import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { Finding } from "#core/lint/finding.ts";
import { isPolicy } from "#core/policy/document.ts";
import { useReveal } from "#ui/documents/reveal.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { placeName, stepOf } from "#ui/wizard/step-progress.ts";

const SHOWN = 6;
const LOOKS = {
  error: { type: "error", word: "Error" },
  warning: { type: "warning", word: "Warning" },
  note: { type: "info", word: "Note" },
} as const;

export function FindingList(props: {
  readonly findings: readonly Finding[];
  readonly onFix: (finding: Finding) => void;
}) {
  const [all, setAll] = useState(false);
  const { findings, onFix } = props;
  const shown = all ? findings : findings.slice(0, SHOWN);
  return (
    <>
      <ul className="finding-list">
        {shown.map((finding) => (
          <li
            key={[finding.rule, finding.document, finding.path.join("/"), finding.message].join(
              " ",
            )}
          >
            <StatusIndicator type={LOOKS[finding.severity].type}>
              {LOOKS[finding.severity].word}
            </StatusIndicator>
            <div className="finding-body">
              <p className="finding-message">{finding.message}</p>
              <p className="finding-why">
                {finding.why}{" "}
                <Link
                  external
                  fontSize="body-s"
                  href={finding.source}
                  ariaLabel={`AWS's page about this: ${finding.message}`}
                  externalIconAriaLabel="Opens AWS's documentation in a new tab"
                >
                  AWS's page
                </Link>
              </p>
              <Doings finding={finding} onFix={onFix} />
            </div>
          </li>
        ))}
      </ul>
      {findings.length > shown.length && (
        <Link onFollow={() => setAll(true)}>Show all {findings.length}</Link>
      )}
    </>
  );
}

function Doings(props: { readonly finding: Finding; readonly onFix: (finding: Finding) => void }) {
  const { finding, onFix } = props;
  const { document: documentId, at, path, fix } = finding;
  const { method, draft, documents, goToField } = useSharing();
  const reveal = useReveal();
  const shown = documents.find(({ document }) => document.id === documentId);
  const step = at === undefined ? undefined : stepOf(method, at);
  const where = shown === undefined ? "" : placeOf(shown, finding);
  return (
    <div className="finding-doings">
      {fix !== undefined && (
        <Button
          iconName="check"
          ariaLabel={`Fix: ${fix.label}, in ${where}`}
          onClick={() => onFix(finding)}
        >
          {fix.label}
        </Button>
      )}
      {documentId !== undefined && shown !== undefined && reveal !== undefined && (
        <Button
          variant="inline-link"
          ariaLabel={`Show ${where}`}
          onClick={() => reveal(documentId, path)}
        >
          {where}
        </Button>
      )}
      {at !== undefined && step !== undefined && (
        <Button variant="inline-link" onClick={() => goToField(at)}>
          {step.title}: {placeName(method, draft, at)}
        </Button>
      )}
    </div>
  );
}

/** "Bucket policy · acme-share-data, statement XacctRead": the Sid as it stands in the text. */
function placeOf(
  { document, text }: ReturnType<typeof useSharing>["documents"][number],
  { statementIndex }: Finding,
): string {
  if (statementIndex === undefined || !isPolicy(document)) return document.title;
  return `${document.title}, statement ${sidIn(text, statementIndex) ?? statementIndex + 1}`;
}

function sidIn(text: string, index: number): string | undefined {
  try {
    const { Statement: element } = JSON.parse(text) as { readonly Statement?: unknown };
    const statement: unknown = Array.isArray(element) ? element[index] : element;
    const sid = (statement as { readonly Sid?: unknown } | null | undefined)?.Sid;
    return typeof sid === "string" && sid !== "" ? sid : undefined;
  } catch {
    return undefined;
  }
}
