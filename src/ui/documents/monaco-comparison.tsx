import { useEffect, useRef } from "react";
import type { EditorMode } from "./monaco-theme.ts";

export function MonacoComparison(props: {
  readonly editors: typeof import("./monaco.ts");
  readonly generated: string;
  readonly edited: string;
  readonly label: string;
  readonly mode: EditorMode;
  readonly words?: import("./comparison-editor.ts").ComparisonWords;
}) {
  const { editors, generated, edited, label, mode, words } = props;
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (host.current === null) return;
    const comparison = editors.createComparison(host.current, { generated, edited, label }, words);
    return () => comparison.dispose();
  }, [editors, generated, edited, label, words]);
  useEffect(() => editors.showMode(mode), [editors, mode]);
  return <div className="document-editor" ref={host} />;
}
