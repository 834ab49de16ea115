import { useEffect } from "react";
import { prefetchEditors } from "#ui/documents/document-view.ts";

/** Without a key pressed: parsing an editor takes longer than a keystroke may wait. */
const QUIET_MS = 2500;

/** Fetches and runs what Review shows while the form is being filled in, in a pause of the typing. */
export function useReviewAhead(): void {
  useEffect(() => {
    const load = () => {
      stop();
      void import("#ui/review/review-step.tsx");
      prefetchEditors();
    };
    let timer = setTimeout(load, QUIET_MS);
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(load, QUIET_MS);
    };
    const stop = () => {
      clearTimeout(timer);
      window.removeEventListener("keydown", wait, true);
    };
    window.addEventListener("keydown", wait, true);
    return stop;
  }, []);
}
