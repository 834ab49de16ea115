import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { IssueList } from "./issue-list.tsx";
import { isMissing } from "./issue-place.ts";

/** What stands between the documents and the clipboard, then what is worth knowing. */
export function ReviewStatus(props: { readonly onOpen: (documents: readonly string[]) => void }) {
  const { method, draft, prepared, canCopy, origin, confirmAccounts } = useSharing();
  const errors = prepared.issues.filter(({ severity }) => severity === "error");
  const warnings = prepared.issues.filter(({ severity }) => severity === "warning");
  const missing = errors.filter(({ at }) => at !== undefined && isMissing(method, draft, at));
  return (
    <>
      {!prepared.complete && (
        <Alert type="info" header={missingHeader(missing.length, errors.length - missing.length)}>
          <p className="review-lead">
            The documents show placeholders, marked{" "}
            <span className="json-missing">&lt;LIKE_THIS&gt;</span>, and cannot be copied yet.
          </p>
          <IssueList issues={errors} onOpen={props.onOpen} />
        </Alert>
      )}
      {prepared.complete && !canCopy.ok && (
        <Alert
          type="info"
          header="Nothing can be copied yet"
          action={
            origin === "link" ? (
              <Button onClick={confirmAccounts}>Both are right</Button>
            ) : undefined
          }
        >
          {canCopy.reason}
        </Alert>
      )}
      {warnings.length > 0 && (
        <Alert type="warning" header={count(warnings.length, "warning")}>
          <IssueList issues={warnings} onOpen={props.onOpen} />
        </Alert>
      )}
    </>
  );
}

export function missingHeader(missing: number, wrong: number): string {
  const parts = [
    ...(missing > 0 ? [`${count(missing, "value")} ${missing === 1 ? "is" : "are"} missing`] : []),
    ...(wrong > 0 ? [`${wrong} ${wrong === 1 ? "needs" : "need"} correction`] : []),
  ];
  return parts.length === 1 && missing === 0
    ? `${count(wrong, "value")} ${wrong === 1 ? "needs" : "need"} correction`
    : parts.join(", ");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
