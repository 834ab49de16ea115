import type { CSSProperties } from "react";
import { laidOut } from "#core/policy/json-layout.ts";
import { useDocumentView } from "#ui/documents/document-view.ts";
import { MonacoComparison } from "#ui/documents/monaco-comparison.tsx";
import { PlainComparison } from "#ui/documents/plain-comparison.tsx";
import { useEditors } from "#ui/documents/use-editors.ts";
import { useColorMode } from "#ui/shell/color-mode.ts";
import "#ui/documents/document-text.css";
import "#ui/documents/json-colors.css";

const WORDS = { before: "present", after: "new", sideBySide: true };

/** Two texts of a policy, side by side where there is room. A text without line ends is laid out to be read. */
export function PolicyComparison(props: {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}) {
  const { label } = props;
  const [view] = useDocumentView();
  const { shown } = useColorMode();
  const editors = useEditors(view === "editor");
  const before = readable(props.before);
  const after = readable(props.after);
  return (
    <div
      className="there-comparison document-text json-colors"
      style={{ "--document-height": "420px" } as CSSProperties}
    >
      {view === "editor" && editors.kind === "ready" ? (
        <MonacoComparison
          editors={editors.editors}
          generated={before}
          edited={after}
          label={label}
          mode={shown}
          words={WORDS}
        />
      ) : (
        <PlainComparison
          label={`${label}, present text against the new one`}
          generated={before}
          edited={after}
          words={WORDS}
        />
      )}
    </div>
  );
}

function readable(text: string): string {
  return text.includes("\n") ? text : laidOut(text);
}
