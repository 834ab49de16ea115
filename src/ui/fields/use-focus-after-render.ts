import { useCallback, useEffect, useRef } from "react";
import { focusPlace } from "./focus-place.ts";

/** A row that was just added exists only once the list has been drawn again. */
export function useFocusAfterRender(): (at: string) => void {
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current === undefined) return;
    const at = wanted.current;
    wanted.current = undefined;
    focusPlace(at);
  });
  return useCallback((at) => {
    wanted.current = at;
  }, []);
}
