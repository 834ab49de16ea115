import { useState } from "react";
import { useLocation } from "react-router";
import type { Mended } from "./open-sharing.ts";

/** Says what had to be put right to open a link, until it is dismissed or another one is opened. */
export function MendedNotice() {
  const { state } = useLocation();
  const [told, setTold] = useState<readonly string[]>(mendedOf(state));
  const [seen, setSeen] = useState<unknown>(state);
  // The entry's state is gone as soon as a value changes; what was told stays.
  if (seen !== state) {
    setSeen(state);
    if (mendedOf(state).length > 0) setTold(mendedOf(state));
  }
  return (
    <div role="status">
      {told.length > 0 && (
        <p className="mended">
          <span>The link had been changed on its way. {told.join(" ")}</span>
          <button type="button" className="sh-link-button" onClick={() => setTold([])}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}

function mendedOf(state: unknown): readonly string[] {
  if (typeof state !== "object" || state === null || !("mended" in state)) return [];
  return (state as Mended).mended;
}
