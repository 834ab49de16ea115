import Button from "@cloudscape-design/components/button";
import { type ClipboardEvent, type ReactNode, useId, useState } from "react";
import type { PlanStep } from "#core/plan/plan.ts";
import type { CommandContext } from "#core/render/command-context.ts";
import type { Shell } from "#core/render/command-text.ts";
import { SIDES, type Side } from "#core/side.ts";
import { TabList, tabId } from "#ui/documents/tab-list.tsx";
import { type CanCopy, useSharing } from "#ui/wizard/sharing-context.tsx";
import { DoingList } from "./doing-list.tsx";
import type { NumberedStep } from "./numbered-steps.ts";
import { doingsOf } from "./step-doings.ts";

/** Undefined: the plan is shown without commands, because values are missing. */
type Context = CommandContext | undefined;

interface StepCardProps {
  readonly numbered: NumberedStep;
  /** The side of whoever reads; undefined when nobody said. */
  readonly reader: Side | undefined;
  readonly context: Context;
  readonly shell: Shell;
  /** The plan is long: what only looks is folded away. */
  readonly many: boolean;
  readonly gate: CanCopy;
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly onCopyRefused: (event: ClipboardEvent) => void;
  readonly onGoToStep: (id: string) => void;
  readonly onOpenDocument: (id: string) => void;
}

export function stepAnchor(id: string): string {
  return `plan-step-${id}`;
}

export function StepCard(props: StepCardProps) {
  const { numbered, reader, context } = props;
  const { sides } = useSharing().method;
  const { step, number, row, waitsFor } = numbered;
  const others = SIDES.filter((side) => side !== step.side);
  const foreign = reader !== undefined && reader !== step.side;
  const named = props.documents.filter(({ id }) => step.documents.includes(id));
  return (
    <li
      className={`plan-step side-${step.side}${foreign ? " plan-step-foreign" : ""}`}
      style={{ "--row": row } as React.CSSProperties}
    >
      <div className="plan-head">
        <span className="plan-number">
          <span className="sh-visually-hidden">Step </span>
          {number}
        </span>
        <h4 id={stepAnchor(step.id)} tabIndex={-1}>
          {step.title}
        </h4>
        <span className="plan-side">{sides[step.side].name}</span>
      </div>
      {foreign && <p className="plan-foreign">{sides[step.side].atStart} does this.</p>}
      <p className="plan-why">{step.why}</p>
      {waitsFor.length > 0 && (
        <p className="plan-needs">
          After{" "}
          {waitsFor.map((needed, index) => (
            <span key={needed.step.id}>
              {index > 0 && ", "}
              <Button variant="inline-link" onClick={() => props.onGoToStep(needed.step.id)}>
                step {needed.number}
              </Button>
            </span>
          ))}{" "}
          by {others.map((side) => sides[side].inSentence).join("")}
        </p>
      )}
      {named.length > 0 && (
        <p className="plan-documents">
          {named.map(({ id, title }) => (
            <Button key={id} variant="inline-link" onClick={() => props.onOpenDocument(id)}>
              {title}
            </Button>
          ))}
        </p>
      )}
      {context !== undefined && (
        <Folded
          folded={foreign || (props.many && step.phase === "prepare")}
          label={`What ${sides[step.side].inSentence} runs in step ${number}`}
        >
          <Parts {...props} context={context} />
        </Folded>
      )}
    </li>
  );
}

/** The other account's commands can be read, but stay out of the way. */
function Folded(props: {
  readonly folded: boolean;
  readonly label: string;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  if (!props.folded) return props.children;
  return (
    <details className="plan-folded" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="sh-visually-hidden">{props.label}: </span>Show how
      </summary>
      {open && props.children}
    </details>
  );
}

function Parts(props: StepCardProps & { readonly context: CommandContext }) {
  const { numbered, context, shell, gate } = props;
  const { step, number } = numbered;
  const [chosen, setChosen] = useState("do");
  const panelId = useId();
  const parts = partsOf(step);
  const part = parts.find(({ id }) => id === chosen) ?? parts[0];
  if (part === undefined) return null;
  const doings = doingsOf(part.operations, context, step.side, shell);
  const content = (
    <>
      {part.note !== undefined && <p className="doing-note">{part.note}</p>}
      <DoingList
        key={part.id}
        doings={doings}
        of={`${part.id === "do" ? "" : `${part.label.toLowerCase()} of `}step ${number}`}
        gate={gate}
        onCopyRefused={props.onCopyRefused}
      />
    </>
  );
  if (parts.length === 1) return <div className="plan-part">{content}</div>;
  return (
    <>
      <TabList
        label={`Step ${number}`}
        tabs={parts}
        active={part.id}
        panelId={panelId}
        onSelect={setChosen}
      />
      <div
        className="plan-part"
        role="tabpanel"
        id={panelId}
        aria-labelledby={tabId(panelId, part.id)}
      >
        {content}
      </div>
    </>
  );
}

interface Part {
  readonly id: "do" | "check" | "undo";
  readonly label: string;
  readonly operations: PlanStep["operations"];
  readonly note?: string;
}

function partsOf(step: PlanStep): readonly Part[] {
  const undo = step.undo;
  return [
    {
      id: "do",
      label: "Do",
      operations: step.operations,
      ...(step.retries
        ? {
            note: "AWS needs a moment for what was just made. If it is refused, try again for a minute.",
          }
        : {}),
    },
    ...(step.check.length === 0
      ? []
      : [{ id: "check", label: "Check", operations: step.check } as const]),
    ...(undo.kind === "operations"
      ? [{ id: "undo", label: "Undo", operations: undo.operations } as const]
      : step.phase === "apply"
        ? [{ id: "undo", label: "Undo", operations: [], note: undo.reason } as const]
        : []),
  ];
}
