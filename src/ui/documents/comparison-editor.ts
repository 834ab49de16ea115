import { editor } from "monaco-editor/editor";
import { OPTIONS, plainBrackets } from "./editor-options.ts";

/** What two texts of a comparison are called, and how they are laid out. */
export interface ComparisonWords {
  readonly before: string;
  readonly after: string;
  /** Where there is room; otherwise changes are marked in place. */
  readonly sideBySide: boolean;
}

const EDITED: ComparisonWords = { before: "generated", after: "edited", sideBySide: false };

/** One text against another, changes marked; unchanged parts are folded away. */
export function createComparison(
  host: HTMLElement,
  texts: { readonly generated: string; readonly edited: string; readonly label: string },
  words: ComparisonWords = EDITED,
): { readonly dispose: () => void } {
  const original = plainBrackets(editor.createModel(texts.generated, "json"));
  const modified = plainBrackets(editor.createModel(texts.edited, "json"));
  const view = editor.createDiffEditor(host, {
    ...OPTIONS,
    readOnly: true,
    domReadOnly: true,
    renderSideBySide: words.sideBySide,
    useInlineViewWhenSpaceIsLimited: true,
    renderIndicators: true,
    renderOverviewRuler: false,
    renderMarginRevertIcon: false,
    renderGutterMenu: false,
    ignoreTrimWhitespace: false,
    hideUnchangedRegions: { enabled: true, contextLineCount: 3 },
  });
  // A model that the editor makes by itself outlives it, and throws when its texts go.
  const compared = view.createViewModel({ original, modified });
  view.setModel(compared);
  keepName(view.getOriginalEditor(), `${texts.label}, ${words.before}`);
  keepName(view.getModifiedEditor(), `${texts.label}, ${words.after}`);
  return {
    dispose: () => {
      view.dispose();
      compared.dispose();
      original.dispose();
      modified.dispose();
    },
  };
}

/** A diff editor forgets the names of its two editors whenever it lays them out anew. */
function keepName(of: editor.ICodeEditor, ariaLabel: string): void {
  const name = () => {
    const said = of.getOption(editor.EditorOption.ariaLabel);
    if (said !== ariaLabel) of.updateOptions({ ariaLabel });
  };
  of.onDidChangeConfiguration(name);
  name();
}
