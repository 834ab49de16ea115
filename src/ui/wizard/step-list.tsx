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
        const current = stop.id === props.current.id;
        const state = stateOf(stop, prepared, untouched);
        return (
          <li key={stop.id} className={`step-${state.kind}${current ? " step-current" : ""}`}>
            <Link
              to={`/${method.id}/${stop.id}${search}`}
              state={OWN_ENTRY}
              aria-current={current ? "step" : undefined}
            >
              <span className="step-mark" aria-hidden="true">
                {state.kind === "complete" ? <Check /> : index + 1}
              </span>
              <span>
                <span className="step-title">{stop.title}</span>
                {state.text !== "" && <span className="step-state">{state.text}</span>}
              </span>
            </Link>
          </li>
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
