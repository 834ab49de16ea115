import Alert from "@cloudscape-design/components/alert";
import Badge from "@cloudscape-design/components/badge";
import Select from "@cloudscape-design/components/select";
import { type ClipboardEvent, useId, useState } from "react";
import { sidesWithAccount } from "#core/parameters/asks-for.ts";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import type { Side } from "#core/side.ts";
import { useFindings } from "#ui/findings/findings-context.tsx";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { AttachedTo } from "./attachment.tsx";
import { documentGate } from "./copy-gate.ts";
import { type Activity, DocumentText } from "./document-text.tsx";
import { DocumentToolbar } from "./document-toolbar.tsx";
import type { DocumentView } from "./document-view.ts";
import type { Revealed } from "./reveal.ts";
import { SizeMeter } from "./size-meter.tsx";
import { TabList, tabId } from "./tab-list.tsx";
import type { EditorsState } from "./use-editors.ts";

/** Above this many tabs a list to choose from comes with them. */
const MANY = 6;

/** One account's documents: a tab each, over one panel. */
export function SideDocuments(props: {
  readonly side: Side;
  readonly opened: string | undefined;
  readonly revealed: Revealed | undefined;
  readonly onOpen: (id: string) => void;
  readonly view: DocumentView;
  readonly editors: EditorsState;
}) {
  const { side, onOpen } = props;
  const sharing = useSharing();
  const { name } = sharing.method.sides[side];
  const panelId = useId();
  const documents = sharing.documents.filter(({ document }) => document.side === side);
  const shown = documents.find(({ document }) => document.id === props.opened) ?? documents[0];
  const hasAccount = sidesWithAccount(sharing.prepared.method).includes(side);
  const account = hasAccount ? sharing.prepared.agreement[side].account : "";
  return (
    <section className={`side-documents side-${side}`} aria-labelledby={`${panelId}-side`}>
      <h4 id={`${panelId}-side`}>
        {name} <span className="side-account">{account}</span>
      </h4>
      {shown === undefined ? (
        <p className="side-empty">
          {hasAccount
            ? "Nothing is put in place in this account."
            : "Nothing is put in place on this side."}
        </p>
      ) : (
        <>
          <div className={documents.length > MANY ? "side-tabs side-tabs-many" : "side-tabs"}>
            <TabList
              label={`Documents of ${name}`}
              tabs={documents.map((effective) => ({
                id: effective.document.id,
                label: <TabLabel effective={effective} />,
              }))}
              active={shown.document.id}
              panelId={panelId}
              onSelect={onOpen}
            />
            {documents.length > MANY && (
              <Select
                ariaLabel={`All ${documents.length} documents of ${name}`}
                filteringType="auto"
                selectedOption={{ value: shown.document.id, label: shown.document.title }}
                options={documents.map(({ document }) => ({
                  value: document.id,
                  label: document.title,
                }))}
                onChange={({ detail }) => {
                  if (detail.selectedOption.value !== undefined)
                    onOpen(detail.selectedOption.value);
                }}
              />
            )}
          </div>
          <Panel
            effective={shown}
            revealed={props.revealed?.documentId === shown.document.id ? props.revealed : undefined}
            panelId={panelId}
            view={props.view}
            editors={props.editors}
            side={side}
          />
        </>
      )}
    </section>
  );
}

function TabLabel(props: { readonly effective: EffectiveDocument }) {
  const { document, edited, problem } = props.effective;
  return (
    <>
      {document.title}
      {edited && <Badge color={problem === undefined ? "blue" : "red"}>edited</Badge>}
    </>
  );
}

interface Doing {
  readonly activity: Activity;
  readonly revision: number;
  readonly takenBack?: string;
  /** The last place that was shown before the comparison was opened. */
  readonly turn?: number;
}

const READING: Doing = { activity: "reading", revision: 0 };

function Panel(props: {
  readonly side: Side;
  readonly effective: EffectiveDocument;
  readonly revealed: Revealed | undefined;
  readonly panelId: string;
  readonly view: DocumentView;
  readonly editors: EditorsState;
}) {
  const { effective, side, revealed } = props;
  const { document, edited, text } = effective;
  const { canCopy, editDocument, prepared } = useSharing();
  const [doings, setDoings] = useState<ReadonlyMap<string, Doing>>(new Map());
  const [refusal, setRefusal] = useState("");
  const doing = doings.get(document.id) ?? READING;
  const turn = revealed?.turn ?? 0;
  // A comparison has no place to show.
  const isCompared = edited && turn <= (doing.turn ?? 0);
  const activity = doing.activity === "comparing" && !isCompared ? "reading" : doing.activity;
  const change = (next: Partial<Doing>) =>
    setDoings(new Map(doings).set(document.id, { ...doing, ...next }));
  const gate = documentGate(canCopy, effective);
  const refuseCopy = (event: ClipboardEvent) => {
    if (gate.ok || activity === "editing") return;
    event.preventDefault();
    event.stopPropagation();
    setRefusal(`Not copied. ${gate.reason}`);
  };
  const issues = prepared.issues.filter((issue) => issue.document === document.id);
  const fixes = useFindings()?.turn ?? 0;
  return (
    <div
      className="document-panel"
      role="tabpanel"
      id={props.panelId}
      aria-labelledby={tabId(props.panelId, document.id)}
    >
      <div className="document-about">
        <p>{document.summary}</p>
        <AttachedTo document={document} />
        <SizeMeter effective={effective} />
        {edited && (
          <p className="document-edited">
            Edited by hand: what is changed in the form does not reach this text. Compare it with
            the generated text, or reset it.
          </p>
        )}
      </div>
      <DocumentToolbar
        effective={effective}
        activity={activity}
        onActivity={(next) => change({ activity: next, turn })}
        takenBack={doing.takenBack}
        onReset={() => {
          editDocument(document.id, undefined);
          change({ activity: "reading", revision: doing.revision + 1, takenBack: text });
        }}
        onBringBack={() => {
          editDocument(document.id, doing.takenBack);
          change({ activity: "reading", revision: doing.revision + 1 });
        }}
      />
      <DocumentText
        effective={effective}
        label={`${prepared.method.sides[side].name}, ${document.title}`}
        view={props.view}
        editors={props.editors}
        activity={activity}
        revision={doing.revision + fixes}
        revealed={revealed}
        onCopyRefused={refuseCopy}
      />
      <div className="document-foot">
        {props.view === "editor" && activity === "editing" && (
          <p className="document-keys">
            Tab leaves the editor. Ctrl+] and Ctrl+[ indent, Ctrl+Space completes (⌘] and ⌘[ on a
            Mac).
          </p>
        )}
        {effective.problem !== undefined && (
          <Alert type="error" header="This text is no policy document">
            {effective.problem} Until then it is neither copied nor bundled.
          </Alert>
        )}
        {issues.map((issue) => (
          <Alert key={issue.message} type={issue.severity}>
            {issue.message}
          </Alert>
        ))}
        <span
          role="status"
          className={gate.ok || refusal === "" ? "sh-visually-hidden" : "copy-button-refused"}
        >
          {gate.ok ? "" : refusal}
        </span>
      </div>
    </div>
  );
}
