import SegmentedControl from "@cloudscape-design/components/segmented-control";
import { type ClipboardEvent, useMemo, useState } from "react";
import { commandContext } from "#core/render/command-context.ts";
import type { Shell } from "#core/render/command-text.ts";
import { SIDE_FOLDERS, SIDES } from "#core/side.ts";
import { usePreference } from "#ui/documents/use-preference.ts";
import { type CanCopy, useSharing } from "#ui/wizard/sharing-context.tsx";
import { numberedSteps } from "./numbered-steps.ts";
import { StepCard, stepAnchor } from "./step-card.tsx";

const SHELLS = ["bash", "powershell"] as const satisfies readonly Shell[];

const MANY_STEPS = 12;

function usualShell(): Shell {
  return navigator.userAgent.includes("Windows") ? "powershell" : "bash";
}

/** Both accounts' steps, in the order in which they are right. */
export function PlanTimeline(props: {
  readonly gate: CanCopy;
  readonly onOpenDocument: (id: string) => void;
}) {
  const { gate } = props;
  const { prepared, side: reader } = useSharing();
  const { sides } = prepared.method;
  const [shell, setShell] = usePreference<Shell>("shell", SHELLS, usualShell);
  const [refusal, setRefusal] = useState("");
  const steps = useMemo(() => numberedSteps(prepared.plan), [prepared.plan]);
  const context = useMemo(
    () => (prepared.complete ? commandContext(prepared) : undefined),
    [prepared],
  );
  const refuseCopy = (event: ClipboardEvent) => {
    if (gate.ok) return;
    event.preventDefault();
    setRefusal(`Not copied. ${gate.reason}`);
  };
  return (
    <section className="hand-over-section" aria-labelledby="plan-title">
      <div className="hand-over-head">
        <h3 id="plan-title">Steps</h3>
        <SegmentedControl
          label="Commands for"
          selectedId={shell}
          options={[
            { id: "bash", text: "Bash" },
            { id: "powershell", text: "PowerShell" },
          ]}
          onChange={({ detail }) =>
            setShell(detail.selectedId === "powershell" ? "powershell" : "bash")
          }
        />
      </div>
      <p className="hand-over-lead">
        Do your own in order; a step that waits for the other side says so. Commands name the
        documents of the bundle: run {sides.owner.inSentence}'s in its folder{" "}
        <code>{SIDE_FOLDERS.owner}</code>, {sides.consumer.inSentence}'s in{" "}
        <code>{SIDE_FOLDERS.consumer}</code>. Undo runs from the last step to the first.
      </p>
      <div className="plan-sides" aria-hidden="true">
        {SIDES.map((side) => (
          <p key={side} className={`plan-column side-${side}`}>
            <strong>{sides[side].name}</strong>{" "}
            {counted(steps.filter(({ step }) => step.side === side).length)}
            {reader === side && <span className="plan-yours">yours</span>}
          </p>
        ))}
      </div>
      <ol className="plan">
        {steps.map((numbered) => (
          <StepCard
            key={numbered.step.id}
            numbered={numbered}
            reader={reader}
            context={context}
            shell={shell}
            many={steps.length > MANY_STEPS}
            gate={gate}
            documents={prepared.documents}
            onCopyRefused={refuseCopy}
            onGoToStep={goToStep}
            onOpenDocument={props.onOpenDocument}
          />
        ))}
      </ol>
      <p
        role="status"
        className={gate.ok || refusal === "" ? "sh-visually-hidden" : "copy-button-refused"}
      >
        {gate.ok ? "" : refusal}
      </p>
    </section>
  );
}

function goToStep(id: string): void {
  const heading = document.getElementById(stepAnchor(id));
  heading?.scrollIntoView({ block: "center" });
  heading?.focus({ preventScroll: true });
}

function counted(count: number): string {
  return count === 1 ? "1 step" : `${count} steps`;
}
