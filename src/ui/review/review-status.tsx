import Alert from "@cloudscape-design/components/alert";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { IssueList } from "./issue-list.tsx";
import { missingHeader } from "./missing-values.ts";

/** What stands between the documents and the clipboard, then what is worth knowing. */
export function ReviewStatus(props: { readonly onOpen: (documents: readonly string[]) => void }) {
  const { prepared } = useSharing();
  const warnings = prepared.issues.filter(({ severity }) => severity === "warning");
  return (
    <>
      {!prepared.complete && (
        <Alert type="info" header={missingHeader(prepared)}>
          <p className="review-lead">
            The documents show placeholders in their place,{" "}
            <span className="json-missing">&lt;LIKE_THIS&gt;</span>, and cannot be copied yet.
          </p>
          <IssueList
            issues={prepared.issues.filter(({ severity }) => severity === "error")}
            onOpen={props.onOpen}
          />
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert
          type="warning"
          header={warnings.length === 1 ? "1 warning" : `${warnings.length} warnings`}
        >
          <IssueList issues={warnings} onOpen={props.onOpen} />
        </Alert>
      )}
    </>
  );
}
