import {
  type ClipboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { useColorMode } from "#ui/shell/color-mode.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import type { DocumentView } from "./document-view.ts";
import { MonacoComparison } from "./monaco-comparison.tsx";
import { MonacoDocument } from "./monaco-document.tsx";
import { PlainComparison } from "./plain-comparison.tsx";
import { PlainDocument, PlainEditor } from "./plain-document.tsx";
import type { Revealed, ShowPlace } from "./reveal.ts";
import type { EditorsState } from "./use-editors.ts";
import { useMarks } from "./use-marks.ts";
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
  readonly revealed: Revealed | undefined;
  readonly onCopyRefused: (event: ClipboardEvent) => void;
}) {
  const { effective, activity, revealed } = props;
  const { editDocument } = useSharing();
  const box = useRef<HTMLDivElement>(null);
  const showPlace = useRef<ShowPlace>(null);
  useEffect(() => {
    if (revealed === undefined) return;
    box.current?.scrollIntoView({ block: "center" });
    showPlace.current?.(revealed.path, true);
  }, [revealed]);
  // The editor takes the place of the text that had the focus.
  const onEditor = useCallback(() => {
    const { activeElement, body } = document;
    const isHere = activeElement === body || box.current?.contains(activeElement) === true;
    if (revealed !== undefined) showPlace.current?.(revealed.path, isHere);
  }, [revealed]);
  return (
    <div
      ref={box}
      className={`document-text document-text-${activity}`}
      onCopyCapture={props.onCopyRefused}
      onCutCapture={props.onCopyRefused}
    >
      {activity === "comparing" ? (
        <Comparison {...props} />
      ) : props.view === "editor" && props.editors.kind === "ready" ? (
        <InEditor
          {...props}
          editors={props.editors.editors}
          showPlace={showPlace}
          onEditor={onEditor}
        />
      ) : activity === "editing" && props.view === "plain" ? (
        <PlainEditor
          key={`${effective.document.id}.${props.revision}`}
          ref={showPlace}
          label={props.label}
          text={effective.text}
          problem={effective.problem}
          onChange={(text) => editDocument(effective.document.id, text)}
        />
      ) : (
        <PlainDocument
          ref={showPlace}
          label={props.label}
          text={effective.text}
          revealed={revealed?.path}
        />
      )}
    </div>
  );
}

function InEditor(
  props: Omit<Parameters<typeof DocumentText>[0], "editors"> & {
    readonly editors: Parameters<typeof MonacoDocument>[0]["editors"];
    readonly showPlace: RefObject<ShowPlace | null>;
    readonly onEditor: () => void;
  },
) {
  const { effective, activity, label, revision, editors, showPlace, onEditor } = props;
  const { editDocument } = useSharing();
  const { shown } = useColorMode();
  const [ready, setReady] = useState(false);
  const onReady = useCallback(() => setReady(true), []);
  useEffect(() => {
    if (ready) onEditor();
  }, [ready, onEditor]);
  const { document, text } = effective;
  const marks = useMarks(document.id);
  return (
    <>
      {!ready && (
        <PlainDocument ref={showPlace} label={label} text={text} revealed={props.revealed?.path} />
      )}
      <MonacoDocument
        ref={ready ? showPlace : null}
        editors={editors}
        shown={{
          id: document.id,
          kind: document.kind,
          label,
          text,
          readOnly: activity !== "editing",
          revision,
          mode: shown,
          marks,
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
