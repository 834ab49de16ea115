import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program, ROOT } from "./run.js";
import { ALLOWED, LINT_WALLS, TYPE_WALLS } from "./walls.data.ts";

/**
 * Each wall of the house with a file that breaks it, judged by the real programs under the real
 * configuration: the fault must be found, in that file, for that reason.
 */
const TOO_LONG = "core/policy/too-long.ts";
const INTRUDER = "zz-intruder.ts";

let root = "";
let folders: readonly string[] = [];
let faults: readonly { readonly file: string; readonly said: string }[] = [];
let typeErrors: readonly string[] = [];

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "walls-"));
  for (const name of readdirSync(ROOT)) {
    if (/\.json$|^\.gitignore$/.test(name)) cpSync(join(ROOT, name), join(root, name));
  }
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  for (const [, file = "", source = ""] of [...LINT_WALLS, ...TYPE_WALLS]) write(file, source);
  for (const [file = "", source = ""] of ALLOWED) write(file, source);
  write(TOO_LONG, `export const a = [\n${"  1,\n".repeat(299)}];\n`);
  const sources = readdirSync(join(ROOT, "src"), { encoding: "utf8", recursive: true });
  folders = [...new Set(sources.filter(isSource).map(dirname))];
  for (const folder of folders) {
    const source = 'import { a } from "../../elsewhere.ts"; export const b = a;';
    write(join(folder, INTRUDER), source);
  }
  const options = ["--reporter=json", "--max-diagnostics=none"];
  faults = readFaults(output("@biomejs/biome", "biome", ["lint", ...options, "src"]));
  const project = ["-p", "tsconfig.core.json", "--noEmit", "--pretty", "false"];
  typeErrors = output("typescript", "tsc", project).split("\n");
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe("the linter finds", () => {
  it.each(LINT_WALLS)("%s", (_, file, _source, reason) => {
    expect(saidOf(file).join("\n")).toContain(reason);
  });

  it("a file of more than 300 lines", () => {
    expect(saidOf(TOO_LONG).join("\n")).toContain("lint/style/noExcessiveLinesPerFile");
  });

  it("forbidden imports in every folder there is", () => {
    expect(folders.length).toBeGreaterThan(12);
    const open = folders.filter((folder) => {
      const said = saidOf(join(folder, INTRUDER));
      return !said.some((fault) => fault.includes("lint/style/noRestrictedImports"));
    });
    expect(open).toEqual([]);
  });
});

describe("the compiler finds", () => {
  it.each(TYPE_WALLS)("%s", (_, file, _source, error) => {
    const found = typeErrors.filter((line) => line.startsWith(`src/${file}(`));
    expect(found.join("\n")).toContain(error);
  });
});

describe("the walls let through", () => {
  it.each(ALLOWED)("%s", (file) => {
    expect(saidOf(file).filter((fault) => !fault.includes("noImportCycles"))).toEqual([]);
  });
});

function saidOf(file = ""): string[] {
  return faults.filter((fault) => fault.file === `src/${file}`).map(({ said }) => said);
}

function write(file: string, source: string): void {
  const path = join(root, "src", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, source);
}

function isSource(file: string): boolean {
  return /\.tsx?$/.test(file) && !/\.(test|d)\.tsx?$/.test(file);
}

function output(packageName: string, bin: string, args: string[]): string {
  const [node = "", script = ""] = program(packageName, bin);
  return spawnSync(node, [script, ...args], { cwd: root, encoding: "utf8" }).stdout;
}

function readFaults(report: string) {
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: { category: string; message: string; location: { path: string } }[];
  };
  return diagnostics.map(({ category, message, location }) => ({
    file: location.path,
    said: `${category}: ${message}`,
  }));
}
