import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { Issue } from "#core/parameters/parameter.ts";
import { SIDE_NAMES } from "#core/side.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { placeName, stepOf } from "#ui/wizard/step-progress.ts";
import "./issue-list.css";

const SHOWN = 8;
const WORDS = { error: "Error", warning: "Warning" } as const;

/** Severity, sentence and the way to where it is put right. */
export function IssueList(props: {
  readonly issues: readonly Issue[];
  readonly onOpen?: (documents: readonly string[]) => void;
}) {
  const [all, setAll] = useState(false);
  const { issues } = props;
  const shown = all ? issues : issues.slice(0, SHOWN);
  return (
    <>
      <ul className="issue-list">
        {shown.map((issue) => (
          <li key={`${issue.at ?? ""} ${issue.document ?? ""} ${issue.message}`}>
            <StatusIndicator type={issue.severity}>{WORDS[issue.severity]}</StatusIndicator>
            <span className="issue-text">
              {issue.message} <IssueLink issue={issue} onOpen={props.onOpen} />
            </span>
          </li>
        ))}
      </ul>
      {issues.length > shown.length && (
        <Button variant="inline-link" onClick={() => setAll(true)}>
          Show all {issues.length}
        </Button>
      )}
    </>
  );
}

function IssueLink(props: {
  readonly issue: Issue;
  readonly onOpen: ((documents: readonly string[]) => void) | undefined;
}) {
  const { issue, onOpen } = props;
  const { at } = issue;
  const { method, draft, prepared, goToField } = useSharing();
  const step = at === undefined ? undefined : stepOf(method, at);
  if (at !== undefined && step !== undefined) {
    return (
      <Button variant="inline-link" onClick={() => goToField(at)}>
        {step.title}: {placeName(method, draft, at)}
      </Button>
    );
  }
  const document = prepared.documents.find(({ id }) => id === issue.document);
  if (document === undefined || onOpen === undefined) return null;
  return (
    <Button variant="inline-link" onClick={() => onOpen([document.id])}>
      {document.title} ({SIDE_NAMES[document.side]})
    </Button>
  );
}
