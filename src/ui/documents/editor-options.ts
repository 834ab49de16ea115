import type { editor } from "monaco-editor/editor";

/** Of every editor of the page. */
export const OPTIONS: editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  accessibilitySupport: "auto",
  // Tab leaves the editor, in every state.
  tabFocusMode: true,
  contextmenu: false,
  fixedOverflowWidgets: true,
  folding: false,
  fontFamily: 'Monaco, Menlo, Consolas, "Courier Prime", Courier, "Courier New", monospace',
  fontSize: 12,
  lineHeight: 18,
  glyphMargin: false,
  lineDecorationsWidth: 12,
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  occurrencesHighlight: "off",
  overviewRulerLanes: 0,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { other: true, strings: true, comments: false },
  scrollBeyondLastLine: false,
  scrollbar: { alwaysConsumeMouseWheel: false, useShadows: false },
  selectionHighlight: false,
  stickyScroll: { enabled: false },
  tabSize: 2,
  wordBasedSuggestions: "off",
  wordWrap: "on",
  wrappingIndent: "indent",
};

/** Monaco colours brackets by their depth, beside the colours that mean something. */
export function plainBrackets(model: editor.ITextModel): editor.ITextModel {
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  return model;
}
