import { type ClipboardEvent, useCallback, useState } from "react";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { useColorMode } from "#ui/shell/color-mode.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import type { DocumentView } from "./document-view.ts";
import { MonacoComparison } from "./monaco-comparison.tsx";
import { MonacoDocument } from "./monaco-document.tsx";
import { PlainComparison } from "./plain-comparison.tsx";
import { PlainDocument, PlainEditor } from "./plain-document.tsx";
import type { EditorsState } from "./use-editors.ts";
import "./document-text.css";

export type Activity = "reading" | "editing" | "comparing";

/** A document's text in the view that was chosen. The room it takes does not depend on the view. */
export function DocumentText(props: {
  readonly effective: EffectiveDocument;
  readonly label: string;
  readonly view: DocumentView;
  readonly editors: EditorsState;
  readonly activity: Activity;
  /** Goes up whenever the text is changed by something other than typing. */
  readonly revision: number;
  readonly onCopyRefused: (event: ClipboardEvent) => void;
}) {
  const { effective, activity } = props;
  const { editDocument } = useSharing();
  return (
    <div
      className={`document-text document-text-${activity}`}
      onCopyCapture={props.onCopyRefused}
      onCutCapture={props.onCopyRefused}
    >
      {activity === "comparing" ? (
        <Comparison {...props} />
      ) : props.view === "editor" && props.editors.kind === "ready" ? (
        <InEditor {...props} editors={props.editors.editors} />
      ) : activity === "editing" && props.view === "plain" ? (
        <PlainEditor
          key={`${effective.document.id}.${props.revision}`}
          label={props.label}
          text={effective.text}
          problem={effective.problem}
          onChange={(text) => editDocument(effective.document.id, text)}
        />
      ) : (
        <PlainDocument label={props.label} text={effective.text} />
      )}
    </div>
  );
}

function InEditor(
  props: Omit<Parameters<typeof DocumentText>[0], "editors"> & {
    readonly editors: Parameters<typeof MonacoDocument>[0]["editors"];
  },
) {
  const { effective, activity, label, revision, editors } = props;
  const { prepared, editDocument } = useSharing();
  const { shown } = useColorMode();
  const [ready, setReady] = useState(false);
  const onReady = useCallback(() => setReady(true), []);
  const { document, text } = effective;
  return (
    <>
      {!ready && <PlainDocument label={label} text={text} />}
      <MonacoDocument
        editors={editors}
        shown={{
          id: document.id,
          kind: document.kind,
          label,
          text,
          readOnly: activity !== "editing",
          revision,
          mode: shown,
          issues: prepared.issues.filter((issue) => issue.document === document.id),
        }}
        onChange={editDocument}
        onReady={onReady}
      />
    </>
  );
}

function Comparison(props: Parameters<typeof DocumentText>[0]) {
  const { shown } = useColorMode();
  const { generatedText, text } = props.effective;
  const label = `${props.label}, edited text against the generated one`;
  if (props.view === "editor" && props.editors.kind === "ready") {
    return (
      <MonacoComparison
        editors={props.editors.editors}
        generated={generatedText}
        edited={text}
        label={props.label}
        mode={shown}
      />
    );
  }
  return <PlainComparison label={label} generated={generatedText} edited={text} />;
}
