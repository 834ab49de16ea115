import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, runNpm } from "./run.js";

const OLDEST_NODE = [20, 19];

/** Dependencies as the lockfile says, installed only when something differs. */
export async function ensureInstalled() {
  const problem = nodeProblem(process.versions.node);
  if (problem) {
    console.error(problem);
    process.exit(1);
  }
  if (isInstalled(ROOT)) return;
  console.log("Installing dependencies (npm ci) …");
  const status = await runNpm(["ci", "--no-audit", "--no-fund"], {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  });
  if (status !== 0) {
    console.error("npm ci failed: see its message above. It needs the npm registry, once.");
    process.exit(status);
  }
}

export function nodeProblem(version) {
  const [major, minor] = version.split(".").map(Number);
  const [oldMajor, oldMinor] = OLDEST_NODE;
  if (major > oldMajor || (major === oldMajor && minor >= oldMinor)) return undefined;
  return `This needs Node.js ${OLDEST_NODE.join(".")} or newer; this is ${version}. Get it from https://nodejs.org/.`;
}

/**
 * npm writes node_modules/.package-lock.json last, so an interrupted installation has none that
 * agrees with the lockfile.
 */
export function isInstalled(root) {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "") return true;
    const there = present[path];
    if (!there) return entry.optional === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
