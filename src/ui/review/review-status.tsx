import Alert from "@cloudscape-design/components/alert";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import { documentText } from "#core/policy/document-text.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { IssueList } from "./issue-list.tsx";
import { errorsOf, missingCount, missingHeader } from "./missing-values.ts";

/** What stands between the documents and the clipboard, then what is worth knowing. */
export function ReviewStatus(props: { readonly onOpen: (documents: readonly string[]) => void }) {
  const { prepared } = useSharing();
  const onlyMissing = missingCount(prepared) === errorsOf(prepared).length;
  const placeholders = prepared.documents.some((document) =>
    hasPlaceholder(documentText(document)),
  );
  const warnings = prepared.issues.filter(({ severity }) => severity === "warning");
  return (
    <>
      {!prepared.complete && (
        <Alert type={onlyMissing ? "info" : "error"} header={missingHeader(prepared)}>
          <p className="review-lead">
            {placeholders && (
              <>
                The documents show placeholders,{" "}
                <span className="json-missing">&lt;LIKE_THIS&gt;</span>.{" "}
              </>
            )}
            Until this is solved nothing can be copied or downloaded.
          </p>
          <IssueList issues={errorsOf(prepared)} onOpen={props.onOpen} />
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
