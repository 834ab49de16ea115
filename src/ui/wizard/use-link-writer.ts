import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import { linkFragment } from "#core/link/link.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import type { Side } from "#core/side.ts";
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
  const navigate = useNavigate();
  const { pathname, search, state } = useLocation();
  const shown = pathname + search;
  const own = isOwnEntry(state);
  useEffect(() => {
    const write = () => {
      const fragment = linkFragment(method, draft, { step, side });
      if (fragment === shown && own) return;
      void navigate(fragment, { replace: true, state: OWN_ENTRY, preventScrollReset: true });
    };
    const timer = setTimeout(write, QUIET_MS);
    return () => clearTimeout(timer);
  }, [method, draft, step, side, shown, own, navigate]);
}
