import { useContext, useEffect } from "react";
import { type Location, useLocation } from "react-router";
import { linkFragment } from "#core/link/link.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import type { Side } from "#core/side.ts";
import { storeDraft } from "#platform/draft-storage.ts";
import { AppRouter } from "#ui/shell/app-router.ts";
import { WRITTEN_AS } from "./keep-session.ts";
import { valuesOf } from "./open-address.ts";
import { isOwnEntry, OWN_ENTRY } from "./opening.ts";

const QUIET_MS = 300;

/**
 * The only writer of the address: it follows the values and the step, replacing the history entry,
 * and never the other way round.
 */
export function useLinkWriter(
  method: Method,
  draft: Draft,
  step: string,
  side: Side | undefined,
): void {
  const router = useContext(AppRouter);
  const location = useLocation();
  useEffect(() => {
    const write = () => {
      // The router knows of a step that was chosen before React has drawn it: that one is not undone.
      if (router === undefined || !isSamePlace(router.state.location, location)) return;
      const fragment = linkFragment(method, draft, { step, side });
      if (fragment === location.pathname + location.search && isOwnEntry(location.state)) return;
      storeDraft(WRITTEN_AS, valuesOf(method.id, fragment));
      void router.navigate(fragment, { replace: true, state: OWN_ENTRY, preventScrollReset: true });
    };
    const timer = setTimeout(write, QUIET_MS);
    return () => clearTimeout(timer);
  }, [method, draft, step, side, location, router]);
}

function isSamePlace(one: Location, other: Location): boolean {
  return one.key === other.key && one.pathname === other.pathname && one.search === other.search;
}
