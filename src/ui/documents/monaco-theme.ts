import { editor } from "monaco-editor/editor";

export type EditorMode = "light" | "dark";

/** The colours of `tokens.css` and `json-colors.css`: Monaco takes no custom properties. */
const COLORS = {
  light: {
    base: "vs",
    text: "0f141a",
    faint: "656871",
    key: "0b5cad",
    value: "1c6b2c",
    literal: "8f3800",
    surface: "#ffffff",
    border: "#c6c6cd",
    selection: "#cfe6ff",
    line: "#f6f6f9",
    added: "#e6f6e9",
    addedText: "#1c6b2c24",
    removed: "#fff0ee",
    removedText: "#b3261e24",
  },
  dark: {
    base: "vs-dark",
    text: "ebebf0",
    faint: "a4a4ad",
    key: "7cc4ff",
    value: "8fd9a0",
    literal: "ffb37a",
    surface: "#161d26",
    border: "#424650",
    selection: "#1c4b7a",
    line: "#1b232d",
    added: "#15301c",
    addedText: "#8fd9a01f",
    removed: "#3a1a1a",
    removedText: "#ff8a801f",
  },
} as const;

const NAMES = { light: "handshake-light", dark: "handshake-dark" } as const;

export function defineThemes(): void {
  for (const mode of ["light", "dark"] as const) {
    const colors = COLORS[mode];
    editor.defineTheme(NAMES[mode], {
      base: colors.base,
      inherit: true,
      rules: [
        { token: "", foreground: colors.text },
        { token: "string.key.json", foreground: colors.key },
        { token: "string.value.json", foreground: colors.value },
        { token: "number.json", foreground: colors.literal },
        { token: "keyword.json", foreground: colors.literal },
        { token: "delimiter", foreground: colors.faint },
      ],
      colors: {
        "editor.background": colors.surface,
        "editorGutter.background": colors.surface,
        "editor.lineHighlightBackground": colors.line,
        "editor.lineHighlightBorder": colors.line,
        "editor.selectionBackground": colors.selection,
        "editorLineNumber.foreground": `#${colors.faint}`,
        "editorLineNumber.activeForeground": `#${colors.text}`,
        "editorWidget.background": colors.surface,
        "editorWidget.border": colors.border,
        "diffEditor.insertedLineBackground": colors.added,
        "diffEditor.insertedTextBackground": colors.addedText,
        "diffEditor.removedLineBackground": colors.removed,
        "diffEditor.removedTextBackground": colors.removedText,
        focusBorder: colors.border,
      },
    });
  }
}

export function showMode(mode: EditorMode): void {
  editor.setTheme(NAMES[mode]);
}
