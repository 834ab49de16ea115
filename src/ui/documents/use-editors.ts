import { useEffect, useState } from "react";
import { importEditors, importedEditors } from "./editors.ts";

type Editors = typeof import("./monaco.ts");

export type EditorsState =
  | { readonly kind: "ready"; readonly editors: Editors }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly retry: () => void };

/** Monaco, once it is there. The text is painted first: an editor takes a moment even when it is at hand. */
export function useEditors(wanted: boolean): EditorsState {
  const [editors, setEditors] = useState<Editors>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (!wanted || failed || editors !== undefined) return;
    let left = false;
    const cancel = afterPaint(() => {
      const ready = importedEditors();
      if (ready !== undefined) {
        setEditors(ready);
        return;
      }
      importEditors().then(
        (module) => {
          if (!left) setEditors(module);
        },
        () => {
          if (!left) setFailed(true);
        },
      );
    });
    return () => {
      left = true;
      cancel();
    };
  }, [wanted, failed, editors]);
  if (editors !== undefined) return { kind: "ready", editors };
  return failed ? { kind: "failed", retry: () => setFailed(false) } : { kind: "loading" };
}

export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
