import Button from "@cloudscape-design/components/button";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { Issue } from "#core/parameters/parameter.ts";
import { SIDE_NAMES } from "#core/side.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { issuePlace } from "./issue-place.ts";

const SHOWN = 8;
const WORDS = { error: "Error", warning: "Warning" } as const;

/** Severity, sentence and the way to where it is put right. */
export function IssueList(props: {
  readonly issues: readonly Issue[];
  readonly onOpen: (documents: readonly string[]) => void;
}) {
  const [all, setAll] = useState(false);
  const { issues } = props;
  const shown = all ? issues : issues.slice(0, SHOWN);
  return (
    <>
      <ul className="issue-list">
        {shown.map((issue, index) => (
          <li key={`${issue.at ?? issue.document ?? index} ${issue.message}`}>
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
  readonly onOpen: (documents: readonly string[]) => void;
}) {
  const { at, document: id } = props.issue;
  const { method, prepared, goToField } = useSharing();
  const place = at === undefined ? undefined : issuePlace(method, at);
  if (at !== undefined && place !== undefined) {
    return (
      <Button variant="inline-link" onClick={() => goToField(at)}>
        {place.stepTitle === "" ? place.label : `${place.stepTitle}: ${place.label}`}
      </Button>
    );
  }
  const document = prepared.documents.find((one) => one.id === id);
  if (document === undefined) return null;
  return (
    <Button variant="inline-link" onClick={() => props.onOpen([document.id])}>
      {document.title} ({SIDE_NAMES[document.side]})
    </Button>
  );
}
