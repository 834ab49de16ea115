import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { linkFragment } from "#core/link/link.ts";
import type { Edits } from "#core/policy/edits.ts";
import { FieldsContext, FocusContext, type FocusWish } from "#ui/fields/fields-context.tsx";
import { LiveSharing } from "./live-sharing.tsx";
import { OWN_ENTRY } from "./opening.ts";
import type { Confirmed, Session } from "./session.ts";
import { stepOf, stopsOf } from "./step-progress.ts";
import { useDraftForm } from "./use-draft-form.ts";
import { WizardLayout } from "./wizard-layout.tsx";

export interface WizardProps {
  readonly session: Session;
  readonly stopId: string;
  /** Told how to ask for the sharing as it is, so that another address can be weighed against it. */
  readonly onHold: (now: () => Session) => void;
  readonly onOpen: (session: Session, stepId: string, how?: "push" | "replace") => void;
}

/** One sharing being filled in. Mounted anew for another sharing; the step changes underneath it. */
export const Wizard = memo(function Wizard({ session, stopId, onHold, onOpen }: WizardProps) {
  const { method } = session;
  const { fields, left } = useDraftForm(session);
  const [edits, setEdits] = useState<Edits>(session.edits);
  const [confirmed, setConfirmed] = useState<Confirmed>(session.confirmed);
  const [wish, setWish] = useState<FocusWish>();
  const navigate = useNavigate();

  const { leave, current } = fields;
  const goTo = useCallback(
    (stepId: string) => {
      const fragment = linkFragment(method, current(), { step: stepId, side: session.side });
      void navigate(fragment, { state: OWN_ENTRY });
    },
    [navigate, method, current, session.side],
  );
  const goToField = useCallback(
    (at: string) => {
      const step = stepOf(method, at);
      if (step !== undefined && step.id !== stopId) goTo(step.id);
      setWish({ at, fulfilled: { current: false } });
    },
    [method, stopId, goTo],
  );

  const before = useRef(stopId);
  useEffect(() => {
    if (before.current === stopId) return;
    const step = method.steps.find(({ id }) => id === before.current);
    for (const id of step?.parameters ?? []) leave(`${id}.*`);
    before.current = stopId;
  }, [stopId, method, leave]);

  const now = useCallback(
    (): Session => ({ ...session, draft: current(), edits, confirmed }),
    [session, current, edits, confirmed],
  );
  const stops = useMemo(() => stopsOf(method), [method]);
  const stop = stops.find(({ id }) => id === stopId);
  if (stop === undefined) return null;
  return (
    <FieldsContext value={fields}>
      <FocusContext value={wish}>
        <LiveSharing
          session={session}
          control={fields.control}
          edits={edits}
          confirmed={confirmed}
          stopId={stopId}
          onEdits={setEdits}
          onConfirm={setConfirmed}
          now={now}
          onHold={onHold}
          goToField={goToField}
        >
          <WizardLayout
            method={method}
            stops={stops}
            stop={stop}
            told={session.told}
            confirmed={confirmed}
            left={left}
            session={now}
            onConfirm={setConfirmed}
            onGo={goTo}
            onOpen={onOpen}
          />
        </LiveSharing>
      </FocusContext>
    </FieldsContext>
  );
});
