import Alert from "@cloudscape-design/components/alert";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Textarea from "@cloudscape-design/components/textarea";
import { useId } from "react";
import { printCommand } from "#core/existing/print-command.ts";
import type { SharingPolicy } from "#core/policy/document.ts";
import { commandText } from "#core/render/command-text.ts";
import { CopyButton } from "#ui/documents/copy-button.tsx";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { MergeResult } from "./merge-result.tsx";
import { OlderVersions } from "./older-versions.tsx";
import type { ThereEntry } from "./there-choice.ts";
import { type There, useThere } from "./use-there.tsx";

interface Props {
  readonly document: SharingPolicy;
  readonly folded: boolean;
}

export function ThereDocument(props: Props) {
  const { document, folded } = props;
  const there = useThere();
  const titleId = useId();
  if (there === undefined) return null;
  const entry = there.entryOf(document);
  const content = <Content document={document} there={there} entry={entry} />;
  return (
    <section className="there-document" aria-labelledby={titleId}>
      <h4 id={titleId}>{document.title}</h4>
      {folded ? (
        <details open={entry.choice === "paste"}>
          <summary>{SAID[entry.choice]}</summary>
          {content}
        </details>
      ) : (
        content
      )}
    </section>
  );
}

const SAID: Readonly<Record<ThereEntry["choice"], string>> = {
  unknown: "I don't know",
  nothing: "Nothing there yet",
  paste: "Merged with what is there",
};

function Content(props: {
  readonly document: SharingPolicy;
  readonly there: There;
  readonly entry: ThereEntry;
}) {
  const { document, there, entry } = props;
  const paste = there.pastes.get(document.id);
  return (
    <div className="there-content">
      <RadioGroup
        ariaLabel={`What is there: ${document.title}`}
        value={entry.choice}
        items={[
          {
            value: "unknown",
            label: "I don't know",
            description: "The scripts look, and stop when there is another policy.",
          },
          // A key always has a policy.
          ...(document.kind === "key-policy"
            ? []
            : [
                {
                  value: "nothing",
                  label: "Nothing there yet",
                  description: "AWS answered that there is none. The scripts look once more.",
                },
              ]),
          {
            value: "paste",
            label: "Paste what is there",
            description: "It is kept, and the sharing is added to it.",
          },
        ]}
        onChange={({ detail }) =>
          there.change(document, { ...entry, choice: detail.value as ThereEntry["choice"] })
        }
      />
      {entry.choice === "paste" && <PasteField {...props} />}
      {entry.choice === "paste" && paste?.kind === "merged" && (
        <>
          {paste.merge.merged.ok && (
            <OlderVersions
              older={paste.merge.older}
              replaced={entry.replaced}
              onChange={(replaced) => there.change(document, { ...entry, replaced })}
            />
          )}
          <MergeResult document={document} merge={paste.merge} said={paste.said} />
        </>
      )}
    </div>
  );
}

function PasteField(props: Parameters<typeof Content>[0]) {
  const { document, there, entry } = props;
  const { canCopy } = useSharing();
  const paste = there.pastes.get(document.id);
  const command = printCommand(there.base, document);
  const text = command === undefined ? "" : commandText(command, "bash");
  const unconfirmed = !canCopy.ok && canCopy.unconfirmed !== undefined;
  const empty = entry.pasted.trim() === "";
  return (
    <>
      {text !== "" && (
        <div className="there-command">
          <p>This prints it, in account A:</p>
          <div className="there-code">
            <pre>{text}</pre>
            <CopyButton
              variant="icon"
              what={`the command that prints ${document.title}`}
              text={() => text}
              gate={unconfirmed ? canCopy : { ok: true }}
            />
          </div>
        </div>
      )}
      <FormField
        stretch
        label="The policy that is there"
        description="All that the command printed, or the text from the console."
        errorText={!empty && paste?.kind === "refused" ? paste.message : undefined}
      >
        <Textarea
          value={entry.pasted}
          rows={empty ? 6 : 10}
          spellcheck={false}
          disableBrowserAutocorrect
          placeholder='{ "Version": "2012-10-17", "Statement": [ … ] }'
          onChange={({ detail }) =>
            there.change(document, { ...entry, pasted: detail.value, replaced: [] })
          }
        />
      </FormField>
      {empty && <Alert type="info">Until it is pasted, nothing can be copied or downloaded.</Alert>}
    </>
  );
}
