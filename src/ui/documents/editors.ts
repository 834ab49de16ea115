type Editors = typeof import("./monaco.ts");

/** Once imported it is at hand without waiting, so that an editor can be there in the first frame. */
let imported: Editors | undefined;

export function importedEditors(): Editors | undefined {
  return imported;
}

/** Monaco is a chunk of its own, fetched when documents are to be read, or while the form is filled. */
export async function importEditors(): Promise<Editors> {
  const [editors] = await Promise.all([
    import("./monaco.ts"),
    // Monaco would fetch the language a moment after the first text is shown.
    import("monaco-editor/languages/features/json/jsonMode"),
  ]);
  imported = editors;
  return editors;
}
