import "monaco-editor/features/bracketMatching/register";
import "monaco-editor/features/codicon/register";
import "monaco-editor/features/diffEditor/register";
import "monaco-editor/features/find/register";
import "monaco-editor/features/hover/register";
import "monaco-editor/features/linesOperations/register";
import "monaco-editor/features/wordOperations/register";
// `features/suggest/register` (0.57) registers inline suggestions only; the list comes from here.
import "monaco-editor/editor/contrib/suggest/browser/suggestController";
import { editor, type IRange, MarkerSeverity, Uri } from "monaco-editor/editor";
import EditorWorker from "monaco-editor/editor/editor.worker?worker";
import JsonWorker from "monaco-editor/languages/features/json/json.worker?worker";
import { jsonDefaults } from "monaco-editor/languages/features/json/register";
import type { DocumentKind, PolicyKind } from "#core/policy/document.ts";
import { type JsonPath, jsonRange } from "#core/policy/json-place.ts";
import { createComparison } from "./comparison-editor.ts";
import { OPTIONS, plainBrackets } from "./editor-options.ts";
import { defineThemes, type EditorMode, showMode } from "./monaco-theme.ts";
import { policySchema } from "./policy-schema.ts";
import type { Mark } from "./use-marks.ts";

const KINDS: readonly PolicyKind[] = [
  "bucket-policy",
  "identity-policy",
  "trust-policy",
  "key-policy",
  "instance-policy",
];

globalThis.MonacoEnvironment = {
  getWorker: (_, label) => (label === "json" ? new JsonWorker() : new EditorWorker()),
};

defineThemes();
// Colours need no worker: one starts when the first document is edited.
jsonDefaults.setModeConfiguration({ tokens: true });
warmUp();

/** The first model makes Monaco set the language up, the first editor everything else. */
function warmUp(): void {
  const model = editor.createModel("{}", "json");
  editor.create(document.createElement("div"), { model }).dispose();
  model.dispose();
}

let knowsPolicies = false;

function editableLanguage(): void {
  if (knowsPolicies) return;
  knowsPolicies = true;
  jsonDefaults.setDiagnosticsOptions({
    validate: true,
    allowComments: false,
    enableSchemaRequest: false,
    // The findings say it, once and with a fix.
    schemaValidation: "ignore",
    schemas: KINDS.map((kind) => ({
      uri: `policy:${kind}`,
      fileMatch: [`**/${kind}/*.json`],
      schema: policySchema(kind),
    })),
  });
  jsonDefaults.setModeConfiguration({
    tokens: true,
    completionItems: true,
    hovers: true,
    diagnostics: true,
  });
}

/** What an editor shows; handed over whole after every render. */
export interface ShownDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly label: string;
  readonly text: string;
  /** While it can be edited the editor owns the text; a new revision takes it from `text` again. */
  readonly readOnly: boolean;
  readonly revision: number;
  readonly mode: EditorMode;
  readonly marks: readonly Mark[];
}

export interface DocumentEditor {
  readonly show: (document: ShownDocument) => void;
  /** Selects the place in the text and scrolls there. */
  readonly showPlace: (path: JsonPath) => void;
  readonly focus: () => void;
  readonly dispose: () => void;
}

const FIRST_SCREEN = 40;

export function createDocumentEditor(
  host: HTMLElement,
  onChange: (id: string, text: string) => void,
): DocumentEditor {
  const view = editor.create(host, { ...OPTIONS, model: null });
  const models = new Map<
    string,
    { model: editor.ITextModel; revision: number; state: ViewState }
  >();
  const marks = view.createDecorationsCollection();
  let shownId = "";
  let applying = false;

  view.onDidChangeModelContent(() => {
    const model = view.getModel();
    if (!applying && model !== null) onChange(shownId, model.getValue());
  });

  function entryOf(document: ShownDocument) {
    const known = models.get(document.id);
    if (known !== undefined) return known;
    const uri = Uri.from({ scheme: "policy", path: `/${document.kind}/${document.id}.json` });
    const model = editor.getModel(uri) ?? editor.createModel(document.text, "json", uri);
    plainBrackets(model);
    const entry = { model, revision: document.revision, state: null };
    models.set(document.id, entry);
    return entry;
  }

  function show(document: ShownDocument): void {
    showMode(document.mode);
    if (!document.readOnly) editableLanguage();
    const entry = entryOf(document);
    const { model } = entry;
    if (document.readOnly || entry.revision !== document.revision) {
      entry.revision = document.revision;
      applying = true;
      if (model.getValue() !== document.text) setText(model, document);
      applying = false;
    }
    // Colours come when the browser is idle; those of the first screen should be there at once.
    editor.colorizeModelLine(model, Math.min(model.getLineCount(), FIRST_SCREEN));
    if (view.getModel() !== model) {
      const left = models.get(shownId);
      if (left !== undefined) left.state = view.saveViewState();
      shownId = document.id;
      view.setModel(model);
      if (entry.state !== null) view.restoreViewState(entry.state);
    }
    view.updateOptions({
      ariaLabel: document.label,
      readOnly: document.readOnly,
      domReadOnly: document.readOnly,
      renderLineHighlight: document.readOnly ? "none" : "line",
    });
    marks.set(missingMarks(model));
    showMarkers(model, document.marks);
  }

  return {
    show,
    showPlace: (path) => {
      const range = rangeIn(view.getModel()?.getValue() ?? "", path);
      if (range === undefined) return;
      view.setSelection(range);
      view.revealRangeNearTop(range);
    },
    focus: () => view.focus(),
    dispose: () => {
      view.dispose();
      for (const { model } of models.values()) model.dispose();
    },
  };
}

type ViewState = editor.ICodeEditorViewState | null;

/** While it can be edited, Ctrl+Z also takes back what was not typed. */
function setText(model: editor.ITextModel, { text, readOnly }: ShownDocument): void {
  if (readOnly) model.setValue(text);
  else model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
}

function rangeIn(text: string, path: JsonPath): IRange | undefined {
  const place = jsonRange(text, path);
  if (place === undefined) return undefined;
  return {
    startLineNumber: place.startLine,
    startColumn: place.startColumn,
    endLineNumber: place.endLine,
    endColumn: place.endColumn,
  };
}

const SEVERITIES = {
  error: MarkerSeverity.Error,
  warning: MarkerSeverity.Warning,
  note: MarkerSeverity.Info,
};

const FIRST_CHARACTER: IRange = {
  startLineNumber: 1,
  startColumn: 1,
  endLineNumber: 1,
  endColumn: 2,
};

/** Each at the value it is about; what is about the whole document, on its first line. */
function showMarkers(model: editor.ITextModel, marks: readonly Mark[]): void {
  const text = marks.length === 0 ? "" : model.getValue();
  const markers = marks.map(({ severity, message, path }): editor.IMarkerData => {
    const range = path.length === 0 ? undefined : rangeIn(text, path);
    return { severity: SEVERITIES[severity], message, ...(range ?? FIRST_CHARACTER) };
  });
  editor.setModelMarkers(model, "handshake", markers);
}

/** Placeholders, `<BUCKET_NAME>`, of values that are not known yet. */
function missingMarks(model: editor.ITextModel): editor.IModelDeltaDecoration[] {
  return model
    .findMatches("<[A-Z][A-Z0-9_]*>", false, true, true, null, false)
    .map(({ range }) => ({ range, options: { inlineClassName: "document-missing" } }));
}

export { createComparison, showMode };
