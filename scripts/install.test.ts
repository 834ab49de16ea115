import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstalled, nodeProblem } from "./install.js";

const WANTED = {
  "": { name: "s3-handshake" },
  "node_modules/zod": { version: "4.6.7", integrity: "sha512-a" },
  "node_modules/only-on-another-system": { version: "1.0.0", optional: true },
};
let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "install-"));
  mkdirSync(join(root, "node_modules"));
  writeLock("package-lock.json", WANTED);
});
afterEach(() => rmSync(root, { recursive: true }));

function writeLock(file: string, packages: object): void {
  writeFileSync(join(root, file), JSON.stringify({ packages }));
}

describe("dependencies are installed", () => {
  it("when npm's own record agrees with the lockfile", () => {
    writeLock("node_modules/.package-lock.json", {
      "node_modules/zod": { version: "4.6.7", integrity: "sha512-a" },
      "node_modules/one-more": { version: "1.0.0" },
    });
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ["a package is missing", {}],
    ["a version differs", { "node_modules/zod": { version: "4.6.6", integrity: "sha512-a" } }],
    ["its content differs", { "node_modules/zod": { version: "4.6.7", integrity: "sha512-b" } }],
  ])("but not when %s", (_, packages) => {
    writeLock("node_modules/.package-lock.json", packages);
    expect(isInstalled(root)).toBe(false);
  });

  it("but not when the installation was interrupted", () => {
    expect(isInstalled(root)).toBe(false);
  });
});

describe("Node.js", () => {
  it.each(["20.19.0", "20.20.2", "22.0.0", "24.1.0"])("%s will do", (version) => {
    expect(nodeProblem(version)).toBeUndefined();
  });

  it.each(["18.20.0", "20.18.3"])("%s is too old, and it is said what to do", (version) => {
    expect(nodeProblem(version)).toContain(`${version}. Get it from`);
  });
});
