import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Plugin } from "vite";

const SOURCE = path.join(import.meta.dirname, "offline", "service-worker.js");

/** Shown by hosts for addresses that do not exist, which cannot happen without a network. */
const NOT_KEPT = ["404.html"];

/** Writes the service worker beside the finished files, with a list of them. */
export function offline(): Plugin {
  let folder = "";
  return {
    name: "s3-handshake:offline",
    apply: "build",
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir);
    },
    // After every file has been written, copied ones included.
    closeBundle() {
      const files = listFiles(folder).filter((file) => !NOT_KEPT.includes(file));
      const contents = new Map(files.map((file) => [file, readFileSync(path.join(folder, file))]));
      const source = readFileSync(SOURCE, "utf8");
      writeFileSync(path.join(folder, "service-worker.js"), serviceWorker(source, contents));
    },
  };
}

/** The same files make the same worker; any change makes another, which browsers take for an update. */
export function serviceWorker(source: string, contents: ReadonlyMap<string, Uint8Array>): string {
  const files = [...contents]
    .map(([file, content]) => [file === "index.html" ? "./" : `./${file}`, integrity(content)])
    .sort(([one = ""], [other = ""]) => (one < other ? -1 : 1));
  const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
  return source
    .replace('"__VERSION__"', JSON.stringify(version))
    .replace('"__FILES__"', JSON.stringify(files));
}

function integrity(content: Uint8Array): string {
  return `sha256-${createHash("sha256").update(content).digest("base64")}`;
}

function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "service-worker.js")
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join("/"));
}
