import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { Navigate, useLocation, useNavigate, useParams } from "react-router";
import { linkFragment } from "#core/link/link.ts";
import { readDraft } from "#platform/draft-storage.ts";
import { ChooseSharing } from "./choose-sharing.tsx";
import { STORED_AS } from "./keep-session.ts";
import { openAddress, type Screen } from "./open-address.ts";
import { isOwnEntry, OWN_ENTRY } from "./opening.ts";
import { RefusedLink } from "./refused-link.tsx";
import { readSession, type Session } from "./session.ts";
import { stopsOf } from "./step-progress.ts";
import { UnknownMethod, UnknownStep } from "./unknown-address.tsx";
import { Wizard } from "./wizard.tsx";
import "./wizard.css";

/** `#/:methodId/:stepId`: decides which sharing the address means, and shows it. */
export function Component() {
  const { methodId = "", stepId } = useParams();
  const { shown, hold, open } = useScreen(methodId);
  const { screen } = shown;
  switch (screen.kind) {
    case "unknown-method":
      return <UnknownMethod methodId={screen.methodId} />;
    case "refused":
      return <RefusedLink {...screen} onOpen={open} />;
    case "choose":
      return <ChooseSharing mine={screen.mine} theirs={screen.theirs} onOpen={open} />;
    case "editing": {
      const { method, draft, side } = screen.session;
      if (stepId === undefined) {
        const step = method.steps[0]?.id;
        return (
          <Navigate replace state={OWN_ENTRY} to={linkFragment(method, draft, { step, side })} />
        );
      }
      if (stopsOf(method).every(({ id }) => id !== stepId)) {
        return <UnknownStep method={method} stepId={stepId} />;
      }
      return (
        <Wizard
          key={shown.number}
          session={screen.session}
          stopId={stepId}
          onHold={hold}
          onOpen={open}
        />
      );
    }
  }
}

interface ScreenState {
  readonly shown: { readonly number: number; readonly screen: Screen };
  /** Told of every change, so that another address can be weighed against it. */
  readonly hold: (session: Session) => void;
  /** Goes on with this sharing instead of the present one, at one of its steps. */
  readonly open: (session: Session, stepId: string, how?: "push" | "replace") => void;
}

function useScreen(methodId: string): ScreenState {
  const location = useLocation();
  const navigate = useNavigate();
  const held = useRef<Session>(undefined);
  const chosen = useRef<Session>(undefined);
  const fragment = location.pathname + location.search;
  const [shown, setShown] = useState<ScreenState["shown"]>(() => ({
    number: 0,
    screen: openAddress(
      { methodId, fragment, state: location.state },
      readSession(readDraft(STORED_AS)),
    ),
  }));

  useLayoutEffect(() => {
    if (shown.screen.kind === "editing") held.current = shown.screen.session;
    else if (shown.screen.kind !== "unknown-method") held.current = shown.screen.mine;
  }, [shown]);

  const seen = useRef(location.key);
  useLayoutEffect(() => {
    if (seen.current === location.key) return;
    seen.current = location.key;
    const mine = held.current;
    const next = chosen.current;
    chosen.current = undefined;
    if (next === undefined && isOwnEntry(location.state) && mine?.method.id === methodId) return;
    const screen: Screen =
      next === undefined
        ? openAddress({ methodId, fragment, state: location.state }, mine)
        : { kind: "editing", session: next };
    setShown(({ number }) => ({ number: number + 1, screen }));
  }, [location, methodId, fragment]);

  const hold = useCallback((session: Session) => {
    held.current = session;
  }, []);
  const open = useCallback<ScreenState["open"]>(
    (session, stepId, how = "replace") => {
      chosen.current = session;
      const { method, draft, side } = session;
      void navigate(linkFragment(method, draft, { step: stepId, side }), {
        replace: how === "replace",
        state: OWN_ENTRY,
      });
    },
    [navigate],
  );
  return { shown, hold, open };
}
