import { type ClipboardEvent, useMemo, useState } from "react";
import { commandContext } from "#core/render/command-context.ts";
import type { Shell } from "#core/render/command-text.ts";
import { reminderFile } from "#core/render/reminder.ts";
import { SIDE_FOLDERS } from "#core/side.ts";
import { readPreference } from "#platform/preference-storage.ts";
import { DownloadButton } from "#ui/documents/download-button.tsx";
import { type CanCopy, useSharing } from "#ui/wizard/sharing-context.tsx";
import { DoingList } from "./doing-list.tsx";
import { numberedSteps } from "./numbered-steps.ts";
import { doingsOf } from "./step-doings.ts";

/** How all of it is taken back, by both accounts, from the last step to the first; and when it ends by itself. */
export function EndSection(props: { readonly gate: CanCopy }) {
  const { gate } = props;
  const { prepared, link } = useSharing();
  const { sides } = prepared.method;
  const { validUntil } = prepared.agreement.guardrails;
  const address = link("owner");
  const reminder = useMemo(() => reminderFile(prepared, address), [prepared, address]);
  const steps = useMemo(
    () =>
      numberedSteps(prepared.plan)
        .filter(({ step }) => step.undo.kind === "operations")
        .toReversed(),
    [prepared.plan],
  );
  return (
    <section className="hand-over-section" aria-labelledby="end-title">
      <div className="hand-over-head">
        <h3 id="end-title">End this sharing</h3>
        {reminder !== undefined && (
          <DownloadButton
            name="reminder.ics"
            type="text/calendar"
            label="Download reminder.ics"
            content={() => reminder}
            gate={gate}
          />
        )}
      </div>
      {validUntil !== "" && (
        <p className="hand-over-lead">
          Access ends on <strong>{validUntil}</strong> at 00:00 UTC. What was put in place stays
          until it is taken away; the calendar file reminds you.
        </p>
      )}
      <p className="hand-over-lead">
        In this order, {sides.consumer.inSentence} before {sides.owner.inSentence}; undo.sh and
        undo.ps1 in <code>{SIDE_FOLDERS.consumer}</code> and <code>{SIDE_FOLDERS.owner}</code> do
        the same and look first. Only the policy at hand?{" "}
        <a href="#/end">Take a sharing out of a policy</a>
      </p>
      <ol className="end-steps">
        {steps.map((numbered) => (
          <EndStep key={numbered.step.id} numbered={numbered} gate={gate} />
        ))}
      </ol>
    </section>
  );
}

function EndStep(props: {
  readonly numbered: ReturnType<typeof numberedSteps>[number];
  readonly gate: CanCopy;
}) {
  const { gate } = props;
  const { step, number } = props.numbered;
  const { prepared } = useSharing();
  const [open, setOpen] = useState(false);
  const [refusal, setRefusal] = useState("");
  const context = prepared.complete ? commandContext(prepared) : undefined;
  const shell = readPreference<Shell>("shell", ["bash", "powershell"]) ?? "bash";
  const refuseCopy = (event: ClipboardEvent) => {
    if (gate.ok) return;
    event.preventDefault();
    setRefusal(`Not copied. ${gate.reason}`);
  };
  const title = `${prepared.method.sides[step.side].atStart}: undo step ${number}, ${step.title}`;
  if (context === undefined || step.undo.kind !== "operations") return <li>{title}</li>;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{title}</summary>
        {open && (
          <DoingList
            doings={doingsOf(step.undo.operations, context, step.side, shell)}
            of={`ending step ${number}`}
            gate={gate}
            onCopyRefused={refuseCopy}
          />
        )}
      </details>
      <span role="status" className={refusal === "" ? "sh-visually-hidden" : "copy-button-refused"}>
        {refusal}
      </span>
    </li>
  );
}
