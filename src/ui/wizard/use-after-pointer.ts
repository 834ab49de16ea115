import { useCallback, useEffect, useRef } from "react";

/**
 * Runs things once the mouse button is up again. A message that appears while a button is being
 * pressed would move the button away from under the pointer, and the click would be lost.
 */
export function useAfterPointer(): (run: () => void) => void {
  const down = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const press = () => {
      down.current = true;
    };
    const release = () => {
      down.current = false;
      const runs = waiting.current;
      waiting.current = [];
      // The click follows the release.
      if (runs.length > 0)
        setTimeout(() => {
          for (const run of runs) run();
        });
    };
    window.addEventListener("pointerdown", press, true);
    window.addEventListener("pointerup", release, true);
    window.addEventListener("pointercancel", release, true);
    return () => {
      window.removeEventListener("pointerdown", press, true);
      window.removeEventListener("pointerup", release, true);
      window.removeEventListener("pointercancel", release, true);
    };
  }, []);
  return useCallback((run) => {
    if (down.current) waiting.current.push(run);
    else run();
  }, []);
}
