import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../scripts/run.js";
import { installPackage, onPath } from "../scripts/system-tools.js";

const REQUIREMENTS = join(ROOT, "conformance", "requirements.txt");
const OLDEST_PYTHON = [3, 10];
const WINDOWS = process.platform === "win32";

/** Python 3 on the PATH with its version, or undefined. */
export function findPython() {
  for (const name of WINDOWS ? ["python", "py"] : ["python3", "python"]) {
    const path = onPath(name);
    if (path === undefined) continue;
    const { stdout } = spawnSync(path, ["-c", "import sys; print(*sys.version_info[:3])"], {
      encoding: "utf8",
      timeout: 60_000,
    });
    const version = (stdout ?? "").trim().split(" ").map(Number);
    if (version[0] === 3) return { path, version };
  }
  return undefined;
}

/** What a person has to do when Python is missing or too old; undefined when it will do. */
export function pythonProblem(python) {
  const wanted = OLDEST_PYTHON.join(".");
  if (python === undefined)
    return `The conformance suite needs Python ${wanted} or newer: apt-get install python3 python3-venv, or brew install python3.`;
  const [major, minor] = python.version;
  if (major > OLDEST_PYTHON[0] || minor >= OLDEST_PYTHON[1]) return undefined;
  return `The conformance suite needs Python ${wanted} or newer; this is ${python.version.join(".")}.`;
}

/**
 * The Python of a virtual environment with exactly the pinned packages, made on first use and kept in
 * the user's cache folder. `{ python }`, or `{ problem }` in a sentence that says what to do.
 */
export async function pythonEnvironment() {
  const python = findPython() ?? (await installPython());
  const problem = pythonProblem(python);
  if (problem !== undefined) return { problem };
  const folder = environmentFolder(python);
  const inside = join(folder, WINDOWS ? "Scripts/python.exe" : "bin/python");
  const stamp = join(folder, "complete");
  if (existsSync(stamp) && existsSync(inside)) return { python: inside };
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  console.log("Making a Python environment with the AWS CLI and moto (once; it takes a minute) …");
  if (!(await makeEnvironment(python.path, folder)))
    return {
      problem: `Python could not make a virtual environment. Install its module venv (apt-get install python3-venv), then run this again.`,
    };
  const installed = quietly(inside, [...PIP, "-r", REQUIREMENTS]);
  if (installed !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return {
      problem:
        "pip could not install conformance/requirements.txt: see its message above. It needs the Python package index, once.",
    };
  }
  writeFileSync(stamp, "");
  return { python: inside };
}

const PIP = ["-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check"];

/** Debian splits venv off; where it cannot be installed, a pip that is there already will do. */
async function makeEnvironment(python, folder) {
  if (quietly(python, ["-m", "venv", folder]) === 0) return true;
  await installPackage("python3-venv");
  if (run(python, ["-m", "venv", "--clear", folder]) === 0) return true;
  if (run(python, ["-m", "venv", "--clear", "--without-pip", folder]) !== 0) return false;
  const inside = join(folder, WINDOWS ? "Scripts/python.exe" : "bin/python");
  return run(python, ["-m", "pip", "--python", inside, "install", "--quiet", "pip"]) === 0;
}

async function installPython() {
  await installPackage("python3");
  return findPython();
}

function environmentFolder({ version }) {
  const digest = createHash("sha256")
    .update(readFileSync(REQUIREMENTS))
    .update(version.join("."))
    .digest("hex");
  return join(cacheFolder(), "s3-handshake", `conformance-${digest.slice(0, 16)}`);
}

function cacheFolder() {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (WINDOWS) return LOCALAPPDATA ?? join(homedir(), "AppData", "Local");
  if (XDG_CACHE_HOME) return XDG_CACHE_HOME;
  return process.platform === "darwin"
    ? join(homedir(), "Library", "Caches")
    : join(homedir(), ".cache");
}

function run(command, args) {
  return spawnSync(command, args, { stdio: ["ignore", "inherit", "inherit"] }).status ?? 1;
}

/** Says nothing unless it fails. */
function quietly(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  if (status !== 0) console.error(`${stdout ?? ""}${stderr ?? ""}`.trim());
  return status ?? 1;
}
