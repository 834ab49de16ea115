import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from "react";
import type { DocumentEditor, ShownDocument } from "./monaco.ts";
import type { ShowPlace } from "./reveal.ts";
import { afterPaint } from "./use-editors.ts";

/** One Monaco editor; showing another document changes its model, not the editor. */
export function MonacoDocument(props: {
  readonly editors: typeof import("./monaco.ts");
  readonly shown: ShownDocument;
  readonly onChange: (id: string, text: string) => void;
  readonly onReady: () => void;
  readonly ref: Ref<ShowPlace>;
}) {
  const { editors, shown, onChange, onReady } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<DocumentEditor>(undefined);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  useLayoutEffect(() => {
    if (host.current === null) return;
    const created = editors.createDocumentEditor(host.current, (id, text) =>
      change.current(id, text),
    );
    editor.current = created;
    return () => created.dispose();
  }, [editors]);
  useLayoutEffect(() => {
    editor.current?.show(shown);
  });
  useEffect(() => afterPaint(onReady), [onReady]);
  useImperativeHandle(
    props.ref,
    (): ShowPlace => (path, focus) => {
      editor.current?.showPlace(path);
      if (focus) editor.current?.focus();
    },
    [],
  );
  const { readOnly, id } = shown;
  const focused = useRef(readOnly ? undefined : id);
  useEffect(() => {
    const asked = readOnly ? undefined : id;
    if (asked !== undefined && focused.current !== asked) editor.current?.focus();
    focused.current = asked;
  }, [readOnly, id]);
  return <div className="document-editor" ref={host} />;
}
