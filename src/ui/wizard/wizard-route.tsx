import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { type Location, Navigate, useLocation, useNavigate, useParams } from "react-router";
import { linkFragment } from "#core/link/link.ts";
import { readDraft } from "#platform/draft-storage.ts";
import { ChooseSharing } from "./choose-sharing.tsx";
import { STORED_AS, WRITTEN_AS } from "./keep-session.ts";
import { type Arrival, isOwnAddress, openAddress, type Screen } from "./open-address.ts";
import { OWN_ENTRY } from "./opening.ts";
import { RefusedLink } from "./refused-link.tsx";
import { readSession, type Session } from "./session.ts";
import { stopsOf } from "./step-progress.ts";
import { UnknownMethod, UnknownStep } from "./unknown-address.tsx";
import { Wizard } from "./wizard.tsx";
import "./wizard.css";
import "./media.css";

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
  readonly shown: Shown;
  readonly hold: (now: () => Session) => void;
  /** Goes on with this sharing instead of the present one, at one of its steps. */
  readonly open: (session: Session, stepId: string, how?: "push" | "replace") => void;
}

interface Shown {
  readonly location: Location;
  /** Another number is another sharing: its form starts anew. */
  readonly number: number;
  readonly screen: Screen;
}

function useScreen(methodId: string): ScreenState {
  const location = useLocation();
  const navigate = useNavigate();
  const held = useRef<() => Session | undefined>(() => undefined);
  const [chosen, setChosen] = useState<Session>();
  const [shown, setShown] = useState<Shown>(() => ({
    location,
    number: 0,
    screen: openAddress(arrival(methodId, location), readSession(readDraft(STORED_AS))),
  }));

  // During the render, so that no screen is ever drawn for an address that is not its own.
  // Compared as objects: addresses typed by hand all have the same key.
  if (shown.location !== location) {
    const mine = held.current();
    const own = mine !== undefined && isOwnAddress(arrival(methodId, location), mine);
    if (chosen !== undefined) {
      const screen: Screen = { kind: "editing", session: chosen };
      setShown({ location, number: shown.number + 1, screen });
      setChosen(undefined);
    } else if (own && shown.screen.kind === "editing") {
      setShown({ ...shown, location });
    } else {
      const screen = openAddress(arrival(methodId, location), mine);
      setShown({ location, number: shown.number + 1, screen });
    }
  }

  const { screen } = shown;
  useLayoutEffect(() => {
    if (screen.kind === "unknown-method") return;
    held.current = () => (screen.kind === "editing" ? screen.session : screen.mine);
  }, [screen]);

  const hold = useCallback((now: () => Session) => {
    held.current = now;
  }, []);
  const open = useCallback<ScreenState["open"]>(
    (session, stepId, how = "replace") => {
      setChosen(session);
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

function arrival(methodId: string, { pathname, search, state }: Location): Arrival {
  return { methodId, fragment: pathname + search, state, written: readDraft(WRITTEN_AS) };
}
