import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { ROOT, run } from "./run.js";

const BROWSER_NAMES = [
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "chrome",
];
const BROWSER_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * Path of a Chromium or Chrome: chosen by S3_HANDSHAKE_CHROMIUM, installed, Playwright's own, or
 * installed now. Undefined, having said what to do, when there is none to be had.
 */
export async function findBrowser(environment = process.env) {
  const chosen = environment.S3_HANDSHAKE_CHROMIUM;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    console.error(`S3_HANDSHAKE_CHROMIUM names ${chosen}, which does not exist.`);
    return undefined;
  }
  const present = installedBrowser(environment) ?? playwrightBrowser();
  if (present) return present;
  await installPackage("chromium");
  const installed = installedBrowser(environment);
  if (!installed) {
    console.error(
      "The browser tests need Chromium or Chrome. Install one, or run `npx playwright install chromium`, or set S3_HANDSHAKE_CHROMIUM to its path.",
    );
  }
  return installed;
}

/** Those of the programs that are missing and could not be installed. */
export async function missingTools(names) {
  const missing = [];
  for (const name of names) {
    if (onPath(name)) continue;
    await installPackage(name);
    if (!onPath(name)) missing.push(name);
  }
  return missing;
}

export function onPath(name, path = process.env.PATH ?? "") {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return path
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find(isExecutable);
}

function installedBrowser(environment) {
  for (const name of BROWSER_NAMES) {
    const found = onPath(name, environment.PATH);
    if (found) return found;
  }
  return BROWSER_PLACES.find((place) => existsSync(place));
}

function playwrightBrowser() {
  const require = createRequire(join(ROOT, "package.json"));
  const path = require("playwright").chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

let packageListsAreFresh = false;

/** Debian and its relatives, as root. Elsewhere nothing happens. */
export async function installPackage(name) {
  if (process.getuid?.() !== 0 || !onPath("apt-get")) return;
  console.log(`Installing ${name} (apt-get) …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if (!packageListsAreFresh) await run("apt-get", ["update", "-qq"], env);
  packageListsAreFresh = true;
  await run("apt-get", ["install", "-y", "-qq", name], env);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a program prints for --version, on one line. */
export function versionOf(path) {
  const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8", timeout: 20_000 });
  return (stdout ?? "").trim().split("\n")[0];
}
