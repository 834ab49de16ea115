import { useEffect, useRef } from "react";
import { storeDraft } from "#platform/draft-storage.ts";
import { type Session, sessionRecord } from "./session.ts";

export const STORED_AS = "sharing";
/** The last address that the wizard wrote, without its step. */
export const WRITTEN_AS = "address";

const QUIET_MS = 300;

/**
 * Keeps the sharing for a reload of the tab: soon after a change, and at once when the page goes.
 * `now` is asked then, because the very last keys may not have been drawn yet.
 */
export function useKeepSession(session: Session, now: () => Session): void {
  useEffect(() => {
    const timer = setTimeout(() => storeDraft(STORED_AS, sessionRecord(session)), QUIET_MS);
    return () => clearTimeout(timer);
  }, [session]);
  const latest = useRef(now);
  useEffect(() => {
    latest.current = now;
  }, [now]);
  useEffect(() => {
    const store = () => {
      storeDraft(STORED_AS, sessionRecord(latest.current()));
    };
    window.addEventListener("pagehide", store);
    return () => {
      window.removeEventListener("pagehide", store);
      store();
    };
  }, []);
}
