import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ROOT } from "./run.js";

interface LockedPackage {
  readonly dev?: boolean;
  readonly license?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const LOCKFILE = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const PACKAGES = Object.entries(LOCKFILE.packages).filter(([path]) => path !== "");

/** Of what is in the page or may be; weaker ones than a network copyleft. */
const SHIPPED = /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|MPL-2\.0 OR Apache-2\.0)\)?$/;

it("every system's own packages are in the lockfile, or npm ci refuses it", () => {
  expect(PACKAGES.length).toBeGreaterThan(100);
  const missing = PACKAGES.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !nearest(path, name))
      .map((name) => `${name} of ${path}`),
  );
  expect(missing).toEqual([]);
});

it("the lockfile holds no download address", () => {
  expect(PACKAGES.filter(([, { resolved }]) => resolved?.startsWith("http"))).toEqual([]);
});

it("no dependency has a licence that would bind whoever hosts the page", () => {
  for (const [path, { license = "none", dev }] of PACKAGES) {
    expect(license, path).not.toMatch(/(^|[^L])GPL/);
    if (!dev) expect(license, path).toMatch(SHIPPED);
  }
});

/** Node looks for a package in the folder of the one that wants it, then further out. */
function nearest(path: string, name: string): boolean {
  const folders = path.split("/node_modules/");
  return (
    folders.some((_, depth) => {
      const inside = folders.slice(0, folders.length - depth).join("/node_modules/");
      return `${inside}/node_modules/${name}` in LOCKFILE.packages;
    }) || `node_modules/${name}` in LOCKFILE.packages
  );
}
