import Icon from "@cloudscape-design/components/icon";
import { memo, useMemo } from "react";
import { Link, useLocation } from "react-router";
import type { Prepared } from "#core/methods/method.ts";
import { OWN_ENTRY } from "./opening.ts";
import { useSharing } from "./sharing-context.tsx";
import { errorsOf, type Stop } from "./step-progress.ts";
import { useMediaQuery } from "./use-media-query.ts";
import "./step-list.css";

/** Every step by its address; what is incomplete is said in words, not by colour alone. */
export function StepList(props: { readonly stops: readonly Stop[]; readonly current: Stop }) {
  const { stops } = props;
  const { method, prepared } = useSharing();
  // The values as the address has them: a link made anew for each key pressed would cost too much.
  const { search } = useLocation();
  const narrow = useMediaQuery("(max-width: 767px)");
  const untouched = useMemo(() => method.prepare(method.emptyDraft()), [method]);
  const number = stops.findIndex(({ id }) => id === props.current.id) + 1;
  const list = (
    <ol className="step-list">
      {stops.map((stop, index) => {
        const { kind, text } = stateOf(stop, prepared, untouched);
        return (
          <Item
            key={stop.id}
            to={`/${method.id}/${stop.id}${search}`}
            title={stop.title}
            number={index + 1}
            isCurrent={stop.id === props.current.id}
            kind={kind}
            text={text}
          />
        );
      })}
    </ol>
  );
  return (
    <nav className="steps" aria-label="Steps">
      {narrow ? (
        // Opens anew closed for each step: after a choice the form is what is wanted.
        <details key={props.current.id}>
          <summary>
            Step {number} of {stops.length}: {props.current.title}
          </summary>
          {list}
        </details>
      ) : (
        list
      )}
    </nav>
  );
}

const Item = memo(function Item(props: {
  readonly to: string;
  readonly title: string;
  readonly number: number;
  readonly isCurrent: boolean;
  readonly kind: StepState["kind"];
  readonly text: string;
}) {
  const { kind, text, isCurrent } = props;
  return (
    <li className={`step-${kind}${isCurrent ? " step-current" : ""}`}>
      <Link to={props.to} state={OWN_ENTRY} aria-current={isCurrent ? "step" : undefined}>
        <span className="step-mark" aria-hidden="true">
          {kind === "complete" ? <Check /> : props.number}
        </span>
        <span>
          <span className="step-title">{props.title}</span>
          {text !== "" && <span className="step-state">{text}</span>}
        </span>
      </Link>
    </li>
  );
});

const Check = memo(function Check() {
  return <Icon name="check" size="small" />;
});

interface StepState {
  readonly kind: "missing" | "complete" | "open";
  readonly text: string;
}

function waitsFor({ issues }: Prepared): string {
  return issues.some(({ severity, at }) => severity === "error" && at !== undefined)
    ? "Waits for missing values"
    : "A document cannot be used";
}

/** `untouched`: the method with nothing filled in, which tells steps that need something from the others. */
function stateOf({ step }: Stop, prepared: Prepared, untouched: Prepared): StepState {
  if (step === undefined) {
    return { kind: "open", text: prepared.complete ? "" : waitsFor(prepared) };
  }
  const errors = errorsOf(step, prepared.issues).length;
  if (errors > 0) return { kind: "missing", text: `${errors} to fill in` };
  const ids: readonly string[] = step.parameters;
  const given = prepared.review.some(
    ({ parameter, isDefault }) => !isDefault && ids.includes(parameter),
  );
  return given || errorsOf(step, untouched.issues).length > 0
    ? { kind: "complete", text: "Complete" }
    : { kind: "open", text: "Optional" };
}
