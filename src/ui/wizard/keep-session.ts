import { useEffect, useRef } from "react";
import { storeDraft } from "#platform/draft-storage.ts";
import { type Session, sessionRecord } from "./session.ts";

export const STORED_AS = "sharing";

const QUIET_MS = 300;

/** Keeps the sharing for a reload of the tab: soon after a change, and at once when the page goes. */
export function useKeepSession(session: Session): void {
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
    const timer = setTimeout(() => storeDraft(STORED_AS, sessionRecord(session)), QUIET_MS);
    return () => clearTimeout(timer);
  }, [session]);
  useEffect(() => {
    const store = () => {
      storeDraft(STORED_AS, sessionRecord(latest.current));
    };
    window.addEventListener("pagehide", store);
    return () => {
      window.removeEventListener("pagehide", store);
      store();
    };
  }, []);
}
