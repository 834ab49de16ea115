import Flashbar from "@cloudscape-design/components/flashbar";
import Spinner from "@cloudscape-design/components/spinner";
import { lazy, memo, Suspense, useState } from "react";
import type { Method } from "#core/methods/method.ts";
import { DocumentsPreview } from "#ui/preview/documents-preview.tsx";
import { InsteadNotice } from "./instead-notice.tsx";
import { LinkBanner } from "./link-banner.tsx";
import type { Confirmed, Session } from "./session.ts";
import { BetterMethod, ChangeMethod, StartOver } from "./sharing-actions.tsx";
import { SideBanner } from "./side-banner.tsx";
import { StepActions } from "./step-actions.tsx";
import { StepForm } from "./step-form.tsx";
import { StepList } from "./step-list.tsx";
import { REVIEW, type Stop } from "./step-progress.ts";
import { useFocusOnStep } from "./use-focus-on-step.ts";
import { useMediaQuery } from "./use-media-query.ts";
import { useReviewAhead } from "./use-review-ahead.ts";

const ReviewStep = lazy(async () => {
  const { ReviewStep } = await import("#ui/review/review-step.tsx");
  return { default: ReviewStep };
});
const HandOverStep = lazy(async () => {
  const { HandOverStep } = await import("#ui/hand-over/hand-over-step.tsx");
  return { default: HandOverStep };
});

export function WizardLayout(props: {
  readonly method: Method;
  readonly stops: readonly Stop[];
  readonly stop: Stop;
  readonly told: readonly string[];
  readonly confirmed: Confirmed;
  readonly left: ReadonlySet<string>;
  readonly session: () => Session;
  readonly onConfirm: (confirmed: Confirmed) => void;
  readonly onGo: (stepId: string) => void;
  readonly onOpen: (session: Session, stepId: string, how?: "push" | "replace") => void;
}) {
  const { method, stops, stop, onGo } = props;
  useFocusOnStep(stop.id);
  useReviewAhead();
  return (
    <div className="wizard">
      <title>{`${stop.title} · ${method.title} · S3 Handshake`}</title>
      <Head method={method} session={props.session} onOpen={props.onOpen} />
      {stop.id === stops[0]?.id && (
        <BetterMethod method={method} session={props.session} onOpen={props.onOpen} />
      )}
      <InsteadNotice session={props.session} onOpen={props.onOpen} />
      <Told sentences={props.told} />
      <LinkBanner confirmed={props.confirmed} onConfirm={props.onConfirm} />
      <SideBanner onGo={onGo} />
      <div className={stop.step === undefined ? "wizard-body" : "wizard-body wizard-with-preview"}>
        <StepList stops={stops} current={stop} />
        <StepContent
          key={stop.id}
          method={method}
          stops={stops}
          stop={stop}
          left={props.left}
          onGo={onGo}
        />
        {stop.step !== undefined && <Preview />}
      </div>
    </div>
  );
}

const Head = memo(function Head(props: {
  readonly method: Method;
  readonly session: () => Session;
  readonly onOpen: (session: Session, stepId: string, how?: "push" | "replace") => void;
}) {
  const { method } = props;
  return (
    <header className="wizard-head">
      <h1>{method.title}</h1>
      <p>
        {method.summary} <ChangeMethod {...props} /> <StartOver {...props} />
      </p>
    </header>
  );
});

function StepContent(props: {
  readonly method: Method;
  readonly stops: readonly Stop[];
  readonly stop: Stop;
  readonly left: ReadonlySet<string>;
  readonly onGo: (stepId: string) => void;
}) {
  const { stops, stop, left, onGo } = props;
  const { step } = stop;
  const place = stops.findIndex(({ id }) => id === stop.id);
  const previous = stops[place - 1];
  const next = stops[place + 1];
  return (
    <div className="wizard-content">
      <div className="step-head">
        <div className="step-name">
          <h2 id="step-title" tabIndex={-1}>
            {stop.title}
          </h2>
          {step !== undefined && step.side !== "both" && (
            <span className={`side-chip side-${step.side}`}>
              {props.method.sides[step.side].name}
            </span>
          )}
        </div>
        <p>{stop.description}</p>
      </div>
      {step !== undefined && next !== undefined ? (
        <StepForm step={step} left={left} previous={previous} next={next} onGo={onGo} />
      ) : (
        <>
          <Suspense fallback={<Loading title={stop.title} />}>
            {stop.id === REVIEW ? <ReviewStep /> : <HandOverStep />}
          </Suspense>
          <StepActions previous={previous} next={next} onGo={onGo} />
        </>
      )}
    </div>
  );
}

function Loading(props: { readonly title: string }) {
  return (
    <p className="step-loading" role="status">
      <Spinner /> Opening {props.title}
    </p>
  );
}

/** Beside the form where there is room; elsewhere below it, drawn only while it is open. */
function Preview() {
  const wide = useMediaQuery("(min-width: 1200px)");
  const [open, setOpen] = useState(false);
  if (wide) {
    return (
      <aside className="wizard-preview" aria-label="Documents">
        <DocumentsPreview />
      </aside>
    );
  }
  return (
    <details
      className="wizard-preview"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>Documents so far</summary>
      {open && <DocumentsPreview />}
    </details>
  );
}

/** How the sharing was opened, where that needs words: repairs, values left out. */
function Told(props: { readonly sentences: readonly string[] }) {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const items = props.sentences
    .filter((sentence) => !dismissed.has(sentence))
    .map((sentence) => ({
      id: sentence,
      type: "info" as const,
      content: sentence,
      dismissible: true,
      onDismiss: () => setDismissed(new Set(dismissed).add(sentence)),
    }));
  return items.length === 0 ? null : <Flashbar items={items} />;
}
