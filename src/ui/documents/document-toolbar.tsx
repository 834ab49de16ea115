import Button from "@cloudscape-design/components/button";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { CopyButton } from "./copy-button.tsx";
import { documentGate } from "./copy-gate.ts";
import type { Activity } from "./document-text.tsx";
import { DownloadButton } from "./download-button.tsx";

export function DocumentToolbar(props: {
  readonly effective: EffectiveDocument;
  readonly activity: Activity;
  readonly onActivity: (activity: Activity) => void;
  /** Text of the edit that was taken back last; undefined when there is none to bring back. */
  readonly takenBack: string | undefined;
  readonly onReset: () => void;
  readonly onBringBack: () => void;
}) {
  const { effective, activity, onActivity } = props;
  const { canCopy, prepared } = useSharing();
  const { document, text, edited } = effective;
  const gate = documentGate(canCopy, effective);
  const toggled = (own: Activity) => onActivity(activity === own ? "reading" : own);
  return (
    <div className="document-toolbar">
      <CopyButton what={document.title} text={() => text} gate={gate} />
      <DownloadButton
        name={document.fileName}
        type="application/json"
        content={() => `${text}\n`}
        gate={gate}
      />
      <Button
        iconName={activity === "editing" ? "check" : "edit"}
        ariaLabel={`${activity === "editing" ? "Done editing" : "Edit"} ${document.title}`}
        disabled={!prepared.complete}
        {...(prepared.complete
          ? {}
          : {
              disabledReason:
                "Solve what is listed at the top first: an edit would keep what is wrong.",
            })}
        onClick={() => toggled("editing")}
      >
        {activity === "editing" ? "Done" : "Edit"}
      </Button>
      {edited && (
        <>
          <Button
            variant="inline-link"
            ariaLabel={`${activity === "comparing" ? "Show text of" : "Compare with the generated text of"} ${document.title}`}
            onClick={() => toggled("comparing")}
          >
            {activity === "comparing" ? "Show text" : "Compare"}
          </Button>
          <Button
            variant="inline-link"
            ariaLabel={`Reset ${document.title} to the generated text`}
            onClick={props.onReset}
          >
            Reset
          </Button>
        </>
      )}
      {!edited && props.takenBack !== undefined && (
        <Button variant="inline-link" onClick={props.onBringBack}>
          Bring the edit back
        </Button>
      )}
    </div>
  );
}
