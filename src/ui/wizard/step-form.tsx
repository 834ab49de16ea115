import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { memo, type ReactNode, useContext, useEffect, useState } from "react";
import type { MethodStep } from "#core/methods/method.ts";
import type { Issue, Parameter } from "#core/parameters/parameter.ts";
import { issuesWithin, isWithin } from "#ui/fields/draft-values.ts";
import { FocusContext, type FocusWish, useFields } from "#ui/fields/fields-context.tsx";
import { focusPlace } from "#ui/fields/focus-place.ts";
import { ParameterField } from "#ui/fields/parameter-field.tsx";
import { withoutEmptyItems } from "#ui/fields/spare-items.ts";
import { useFieldFindings } from "#ui/findings/use-field-findings.ts";
import { IdentityCheck } from "#ui/identity/identity-check.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { useSharing } from "./sharing-context.tsx";
import { StepActions } from "./step-actions.tsx";
import { errorsOf, parametersOf, type Stop } from "./step-progress.ts";
import { isTold } from "./use-draft-form.ts";

/** One step of the method: its fields, what is wrong with them, and the way on. */
export function StepForm(props: {
  readonly step: MethodStep;
  readonly left: ReadonlySet<string>;
  readonly previous: Stop | undefined;
  readonly next: Stop;
  readonly onGo: (stepId: string) => void;
}) {
  const { step, left, previous, next, onGo } = props;
  const { method, draft, prepared } = useSharing();
  const { leave, change, current, forget } = useFields();
  const [attempt, setAttempt] = useState(0);
  const wish = useContext(FocusContext);
  const parameters = parametersOf(method, step, draft);
  const errors = errorsOf(step, prepared.issues);
  const findings = useFieldFindings();
  const told = [...prepared.issues, ...findings].filter(
    ({ at }) => at !== undefined && isTold(left, at),
  );

  useEffect(() => {
    if (wish === undefined || wish.fulfilled.current) return;
    wish.fulfilled.current = focusPlace(wish.at);
  });

  // What was added and left empty says nothing, so it keeps nobody.
  const tidy = () => {
    const spared = withoutEmptyItems(parameters, current());
    for (const { id } of spared) forget(id);
    if (spared.length > 0) change(spared, `${step.id}.tidy`);
    return current();
  };
  const goOn = () => {
    const { issues } = method.prepare(tidy());
    if (errorsOf(step, issues).length === 0) return onGo(next.id);
    for (const { id } of parameters) leave(`${id}.*`);
    setAttempt(attempt + 1);
  };
  const plain = parameters.filter(({ advanced }) => advanced !== true);
  const advanced = parameters.filter((parameter) => parameter.advanced === true);
  return (
    <form
      noValidate
      aria-labelledby="step-title"
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      {attempt > 0 && errors.length > 0 && (
        <ErrorSummary errors={errors} attempt={attempt} onGoOn={() => onGo(next.id)} />
      )}
      <div className="fields">
        <FieldList parameters={plain} step={step} issues={told} />
      </div>
      {advanced.length > 0 && <More parameters={advanced} step={step} issues={told} />}
      <StepActions previous={previous} next={next} submits onGo={onGo} />
    </form>
  );
}

interface FieldListProps {
  readonly parameters: readonly Parameter[];
  readonly step: MethodStep;
  readonly issues: readonly Issue[];
}

function FieldList({ parameters, step, issues }: FieldListProps) {
  const { sides } = useSharing().method;
  return parameters.map((parameter) => (
    <div key={parameter.id} className="field-place">
      {step.side === "both" && (
        <span className={`side-chip side-${parameter.side}`}>{sides[parameter.side].name}</span>
      )}
      <ParameterField parameter={parameter} issues={issuesWithin(issues, parameter.id)} />
      {parameter.id === `${parameter.side}.account` && <IdentityCheck side={parameter.side} />}
    </div>
  ));
}

/** Rarely needed values; opens by itself for a value in it that must be looked at. */
function More(props: FieldListProps) {
  const wish = useContext(FocusContext);
  const [seen, setSeen] = useState<FocusWish>();
  const [open, setOpen] = useState(false);
  const holds = (at: string | undefined) => props.parameters.some(({ id }) => isWithin(at, id));
  if (wish !== seen) {
    setSeen(wish);
    if (wish?.fulfilled.current === false && holds(wish.at)) setOpen(true);
  }
  const errors = props.issues.filter(({ at, severity }) => severity === "error" && holds(at));
  return (
    <MoreSection
      labels={props.parameters.map(({ label }) => label).join(" · ")}
      errors={errors.length}
      open={open}
      onOpen={setOpen}
    >
      {open ? <FieldList {...props} /> : null}
    </MoreSection>
  );
}

/** Closed, it stays as it is while somebody types above it. */
const MoreSection = memo(function MoreSection(props: {
  readonly labels: string;
  readonly errors: number;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly children: ReactNode;
}) {
  return (
    <div className="more">
      <ExpandableSection
        headerText="More"
        headerDescription={props.labels}
        headerCounter={props.errors === 0 ? undefined : `(${props.errors} to correct)`}
        expanded={props.open}
        onChange={({ detail }) => props.onOpen(detail.expanded)}
      >
        <div className="fields">{props.children}</div>
      </ExpandableSection>
    </div>
  );
});
