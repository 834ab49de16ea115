export interface TreeFile {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
}

export interface TreeFolder {
  /** "" for the files that are in no folder. */
  readonly name: string;
  readonly files: readonly TreeFile[];
}

/** One level of folders, as bundles have them; the files without a folder first. */
export function fileTree(files: ReadonlyMap<string, string>): readonly TreeFolder[] {
  const encoder = new TextEncoder();
  const folders = new Map<string, TreeFile[]>([["", []]]);
  for (const [path, text] of files) {
    const slash = path.lastIndexOf("/");
    const folder = slash === -1 ? "" : path.slice(0, slash);
    const file = { path, name: path.slice(slash + 1), bytes: encoder.encode(text).length };
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }
  return [...folders].map(([name, list]) => ({ name, files: list }));
}

export function sizeText(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} KB`;
}

const TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  md: "text/markdown",
  sh: "text/x-shellscript",
};

export function mediaType(path: string): string {
  return TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "text/plain";
}
