import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { program, ROOT } from "./run.js";

const LIST = "src/core/methods/index.ts";
const TREES = ["tsconfig.base.json", "tsconfig.core.json", "scripts", "src/core", "examples"];
let root = "";

/** A copy of the core, in which a method may be made and thrown away. */
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "new-method-"));
  for (const name of ["package.json", "biome.json", ".gitignore", "vitest.config.ts", ...TREES]) {
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(root, "node_modules"));
  expect(newMethod("carrier-pigeon").status).toBe(0);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function newMethod(...args: string[]) {
  const script = join(root, "scripts", "new-method.js");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
}

function ran(packageName: string, bin: string, args: string[]) {
  const [node = "", script = ""] = program(packageName, bin);
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  const result = spawnSync(node, [script, ...args], { cwd: root, encoding: "utf8", env });
  return { status: result.status, text: result.stdout + result.stderr };
}

describe("npm run new:method", () => {
  it("makes a folder that compiles and keeps to the walls", () => {
    const types = ran("typescript", "tsc", ["-p", "tsconfig.core.json", "--noEmit"]);
    expect(types.text).not.toContain("carrier-pigeon");
    const lint = ran("@biomejs/biome", "biome", ["check", "src/core/methods/carrier-pigeon"]);
    expect(lint.text).toContain("Checked 9 files");
    expect(lint.text).not.toMatch(/Found \d+ (error|warning)/);
  });

  it("makes methods.test.ts red until the method is in the list", () => {
    const test = ["run", "src/core/methods/methods.test.ts", "-t", "carrier-pigeon"];
    expect(ran("vitest", "vitest", test).status).not.toBe(0);
    const listed = readFileSync(join(root, LIST), "utf8");
    expect(listed).not.toContain("carrier-pigeon");
  });

  it.each([
    ["no id", [], "Say which"],
    ["an id that is no folder name", ["Carrier Pigeon"], "Say which"],
    ["a path", ["../pigeon"], "Say which"],
    ["one that is there", ["carrier-pigeon"], "is there already"],
  ])("refuses %s", (_, args, sentence) => {
    const { status, stderr } = newMethod(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
  });
});
