import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runNpm } from "./run.js";

/** Whatever can change what a build puts out. */
const INPUTS = [
  "src",
  "public",
  "examples",
  "scripts",
  "index.html",
  "404.html",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "tsconfig.base.json",
  "tsconfig.app.json",
  "tsconfig.core.json",
  "vite.config.ts",
  "vite.cli.config.ts",
];
const OUTPUTS = ["dist", "dist-cli"];

/** Builds unless the same inputs made exactly the files that are there. Answers the exit status. */
export async function build() {
  const stampFile = join(ROOT, ".cache", "build.sha256");
  const stamp = () => `${digest(INPUTS)} ${digest(OUTPUTS)}\n`;
  if (read(stampFile) === stamp()) return 0;
  rmSync(stampFile, { force: true });
  const before = digest(INPUTS);
  const status = await runNpm(["run", "--silent", "build"]);
  if (status === 0 && before === digest(INPUTS)) {
    mkdirSync(join(ROOT, ".cache"), { recursive: true });
    writeFileSync(stampFile, stamp());
  }
  return status;
}

function digest(names) {
  const hash = createHash("sha256").update(process.version);
  const add = (path) => {
    const name = path.slice(ROOT.length);
    const entries = list(path);
    if (entries) {
      hash.update(`${name}/\0`);
      for (const entry of entries.sort()) add(join(path, entry));
      return;
    }
    const content = read(path, null);
    if (content === undefined) hash.update(`${name} absent\0`);
    else hash.update(`${name} ${content.length}\0`).update(content);
  };
  for (const name of names) add(join(ROOT, name));
  return hash.digest("hex");
}

function list(path) {
  try {
    return readdirSync(path);
  } catch {
    return undefined;
  }
}

function read(path, encoding = "utf8") {
  try {
    return readFileSync(path, encoding);
  } catch {
    return undefined;
  }
}
