import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import { type Ref, useId } from "react";
import { SIDES, type Side } from "#core/side.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { useMediaQuery } from "#ui/wizard/use-media-query.ts";
import { useDocumentView } from "./document-view.ts";
import type { Revealed } from "./reveal.ts";
import { SideDocuments } from "./side-documents.tsx";
import { useEditors } from "./use-editors.ts";
import "./documents.css";
import "./json-colors.css";

const LINE_HEIGHT = 18;
const LEAST_LINES = 12;
const MOST_LINES = 30;

/** Account A's documents left, account B's right; one above the other where there is no room. */
export function DocumentsView(props: {
  readonly opened: Readonly<Partial<Record<Side, string>>>;
  readonly revealed?: Revealed | undefined;
  readonly onOpen: (side: Side, id: string) => void;
  readonly ref?: Ref<HTMLElement>;
}) {
  const { documents } = useSharing();
  const [chosen, setView] = useDocumentView();
  // An editor draws the lines in sight only: paper gets all of them.
  const view = useMediaQuery("print") ? "plain" : chosen;
  const editors = useEditors(view === "editor");
  const titleId = useId();
  // One height for all of them: nothing moves when a tab is changed or an editor arrives.
  const lines = Math.max(
    ...documents.map(({ generatedText }) => generatedText.split("\n").length),
    0,
  );
  const height = Math.min(Math.max(lines + 1, LEAST_LINES), MOST_LINES) * LINE_HEIGHT + 16;
  return (
    <section ref={props.ref} aria-labelledby={titleId} className="documents-view json-colors">
      <div className="documents-head">
        <h3 id={titleId}>Documents</h3>
        <SegmentedControl
          label="Show documents as"
          selectedId={chosen}
          options={[
            { id: "editor", text: "Editor" },
            { id: "plain", text: "Plain text" },
          ]}
          onChange={({ detail }) => setView(detail.selectedId === "plain" ? "plain" : "editor")}
        />
      </div>
      {view === "editor" && editors.kind !== "failed" && (
        <p className="documents-keys">Tab moves on through the editors: it types nothing there.</p>
      )}
      {view === "editor" && editors.kind === "failed" && (
        <Alert
          type="warning"
          header="The editor could not be loaded"
          action={<Button onClick={editors.retry}>Try again</Button>}
        >
          The documents are shown as plain text. “Plain text” can edit them too.
        </Alert>
      )}
      <div
        className="documents-sides"
        style={{ "--document-height": `${height}px` } as React.CSSProperties}
      >
        {SIDES.map((side) => (
          <SideDocuments
            key={side}
            side={side}
            opened={props.opened[side]}
            revealed={props.revealed}
            onOpen={(id) => props.onOpen(side, id)}
            view={view}
            editors={editors}
          />
        ))}
      </div>
    </section>
  );
}
