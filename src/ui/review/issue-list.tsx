import Link from "@cloudscape-design/components/link";
import StatusIndicator from "@cloudscape-design/components/status-indicator";
import { useState } from "react";
import type { Issue } from "#core/parameters/parameter.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { placeName, stepOf } from "#ui/wizard/step-progress.ts";
import { isMissing } from "./missing-values.ts";
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
            <Severity issue={issue} />
            <span className="issue-text">
              {issue.message} <IssueLink issue={issue} onOpen={props.onOpen} />
            </span>
          </li>
        ))}
      </ul>
      {issues.length > shown.length && (
        <Link onFollow={() => setAll(true)}>Show all {issues.length}</Link>
      )}
    </>
  );
}

/** A value that nobody has given yet is no mistake. */
function Severity(props: { readonly issue: Issue }) {
  const { method, draft } = useSharing();
  if (isMissing(method, draft, props.issue)) {
    return <StatusIndicator type="pending">Missing</StatusIndicator>;
  }
  const { severity } = props.issue;
  return <StatusIndicator type={severity}>{WORDS[severity]}</StatusIndicator>;
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
      <Link onFollow={() => goToField(at)}>
        {step.title}: {placeName(method, draft, at)}
      </Link>
    );
  }
  const document = prepared.documents.find(({ id }) => id === issue.document);
  if (document === undefined || onOpen === undefined) return null;
  return (
    <Link onFollow={() => onOpen([document.id])}>
      {document.title} ({method.sides[document.side].name})
    </Link>
  );
}
