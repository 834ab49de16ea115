import Button from "@cloudscape-design/components/button";
import LiveRegion from "@cloudscape-design/components/live-region";
import Select from "@cloudscape-design/components/select";
import { memo, useState } from "react";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import { readableText } from "#core/policy/document-text.ts";
import type { EffectiveDocument } from "#core/policy/edits.ts";
import { SIDES, type Side } from "#core/side.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { PreviewText } from "./preview-text.tsx";
import { useChangeReport } from "./use-change-report.ts";
import "./preview.css";

/** Both accounts' documents as the values given so far make them. Looked at here, copied from Review on. */
export function DocumentsPreview() {
  const { documents, canCopy } = useSharing();
  const [refusal, setRefusal] = useState<string>();
  const missing = documents.some(({ text }) => hasPlaceholder(text));
  const report = useChangeReport(documents);
  const refuseCopy = (event: React.ClipboardEvent) => {
    if (canCopy.ok) return;
    event.preventDefault();
    setRefusal(`Not copied. ${canCopy.reason}`);
  };
  return (
    <section className="preview" aria-labelledby="preview-title">
      <div className="preview-head">
        <h2 id="preview-title">Documents so far</h2>
        {missing && (
          <span className="preview-legend">
            <span className="json-missing">&lt;NAME&gt;</span> = still missing
          </span>
        )}
      </div>
      {SIDES.map((side) => (
        <SidePreview
          key={side}
          side={side}
          documents={documents.filter(({ document }) => document.side === side)}
          onCopy={refuseCopy}
        />
      ))}
      {refusal !== undefined && !canCopy.ok && (
        <LiveRegion>
          <p className="preview-refusal">{refusal}</p>
        </LiveRegion>
      )}
      <LiveRegion hidden>{report}</LiveRegion>
    </section>
  );
}

function SidePreview(props: {
  readonly side: Side;
  readonly documents: readonly EffectiveDocument[];
  readonly onCopy: (event: React.ClipboardEvent) => void;
}) {
  const { documents } = props;
  const { name } = useSharing().method.sides[props.side];
  const [chosen, setChosen] = useState<string>();
  const shown = documents.find(({ document }) => document.id === chosen) ?? documents[0];
  const elsewhere = useChangedElsewhere(documents, shown?.document.id);
  if (shown === undefined) {
    return (
      <div className={`preview-side preview-side-empty side-${props.side}`}>
        <div className="preview-side-head">
          <h3>{name}</h3>
        </div>
        <p className="preview-none">Nothing to put in place on this side.</p>
      </div>
    );
  }
  const options = documents.map(({ document }) => ({ value: document.id, label: document.title }));
  return (
    <div className={`preview-side side-${props.side}`}>
      <div className="preview-side-head">
        <h3>{name}</h3>
        {options.length === 1 ? (
          <span className="preview-title">{shown.document.title}</span>
        ) : (
          <DocumentChoice
            name={name}
            chosen={shown.document.id}
            options={options}
            onChoose={setChosen}
          />
        )}
      </div>
      {shown.edited && (
        <p className="preview-edited">
          Edited by hand: what you enter here does not reach it. Compare or reset it in Review.
        </p>
      )}
      <PreviewText
        key={shown.document.id}
        label={`${name}, ${shown.document.title}`}
        text={shownText(shown)}
        onCopy={props.onCopy}
      />
      {elsewhere !== undefined && (
        <p className="preview-elsewhere">
          Also changed:{" "}
          <Button variant="inline-link" onClick={() => setChosen(elsewhere.document.id)}>
            {elsewhere.document.title}
          </Button>
        </p>
      )}
    </div>
  );
}

interface DocumentChoiceProps {
  readonly name: string;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (id: string | undefined) => void;
}

/** Which document is shown. Few changes of a document change its title, and a Select costs more than the text. */
const DocumentChoice = memo(function DocumentChoice(props: DocumentChoiceProps) {
  return (
    <Select
      ariaLabel={`Document of ${props.name}`}
      selectedOption={props.options.find(({ value }) => value === props.chosen) ?? null}
      options={props.options}
      onChange={({ detail }) => props.onChoose(detail.selectedOption.value)}
    />
  );
}, sameChoice);

function sameChoice(one: DocumentChoiceProps, other: DocumentChoiceProps): boolean {
  return (
    one.name === other.name &&
    one.chosen === other.chosen &&
    one.onChoose === other.onChoose &&
    one.options.length === other.options.length &&
    one.options.every(
      ({ value, label }, index) =>
        value === other.options[index]?.value && label === other.options[index]?.label,
    )
  );
}

/** Line by line, also where the file is written without line breaks to fit AWS's limit. */
function shownText({ document, edited, text }: EffectiveDocument): string {
  return edited ? text : readableText(document);
}

/** The first document, other than the one on screen, that the last change of this side touched. */
function useChangedElsewhere(
  documents: readonly EffectiveDocument[],
  shownId: string | undefined,
): EffectiveDocument | undefined {
  const texts = documents.map(({ document, text }) => `${document.id}\n${text}`);
  const [last, setLast] = useState<{ texts: readonly string[]; changed: readonly string[] }>({
    texts,
    changed: [],
  });
  if (
    texts.some((text, index) => text !== last.texts[index]) ||
    texts.length !== last.texts.length
  ) {
    const before = new Set(last.texts);
    const changed = documents
      .filter((_, index) => !before.has(texts[index] ?? ""))
      .map(({ document }) => document.id);
    setLast({ texts, changed });
  }
  return documents.find(
    ({ document }) => document.id !== shownId && last.changed.includes(document.id),
  );
}
