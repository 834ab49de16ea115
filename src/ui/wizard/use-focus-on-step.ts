import { useEffect, useRef } from "react";

/**
 * A new step begins at its heading, for the eyes and for a screen reader, unless one of its fields
 * was asked for and has the focus already. The page's first view is left to the browser.
 */
export function useFocusOnStep(stopId: string): void {
  const shown = useRef(stopId);
  useEffect(() => {
    if (shown.current === stopId) return;
    shown.current = stopId;
    if (document.activeElement?.closest(".wizard-content [data-at]")) return;
    window.scrollTo({ top: 0 });
    document.getElementById("step-title")?.focus({ preventScroll: true });
  }, [stopId]);
}
