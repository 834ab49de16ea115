import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findPython, pythonProblem } from "../conformance/python-environment.js";
import { build } from "./build.js";
import { ensureInstalled } from "./install.js";
import { program, ROOT, runProgram } from "./run.js";
import { findBrowser, missingTools } from "./system-tools.js";

/** Generated shell and JSON handling is really run in the unit tests. */
const TOOLS = ["shellcheck", "jq"];
const UNIT_REPORT = join(ROOT, ".cache", "unit-report.json");
const E2E_REPORT = join(ROOT, "test-results", "report.json");

const quick = process.argv.includes("--quick");
const totals = { passed: 0, failed: 0, skipped: 0 };
let tools = "";

await ensureInstalled();
await stage("tools", findTools);
await stage("format and lint", () =>
  runProgram(program("@biomejs/biome", "biome"), [
    "ci",
    "--error-on-warnings",
    `--colors=${process.stdout.isTTY ? "force" : "off"}`,
  ]),
);
await stage("types", () => runProgram(program("typescript", "tsc"), ["-b"]));
await stage("unit tests", unitTests);
await stage("unused code", () => runProgram(program("knip"), ["--no-progress"]));
await stage("build", build);
if (!quick) await stage("browser tests", browserTests);
finish();

async function stage(name, work) {
  console.log(`\n== ${name}`);
  const started = performance.now();
  const status = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status !== 0) {
    console.error(`\n== ${name}: FAILED after ${seconds} s. The stages after it did not run.`);
    if (totals.failed > 0) console.error(`${totals.passed} passed, ${totals.failed} failed`);
    process.exit(1);
  }
  console.log(`== ${name}: passed in ${seconds} s`);
}

async function findTools() {
  const missing = await missingTools(TOOLS);
  if (missing.length === 0) return 0;
  tools = missing.join(",");
  console.error(
    `MISSING: ${missing.join(", ")}. The tests of generated bash scripts will NOT run. Install: apt-get install ${missing.join(" ")}, or brew install ${missing.join(" ")}.`,
  );
  return process.env.CI === "true" ? 1 : 0;
}

async function unitTests() {
  const report = ["--reporter=default", "--reporter=json", `--outputFile.json=${UNIT_REPORT}`];
  rmSync(UNIT_REPORT, { force: true });
  mkdirSync(join(ROOT, ".cache"), { recursive: true });
  // CI makes vitest fail, not write, when a golden file is missing.
  const env = { CI: "true", ...(tools ? { S3_HANDSHAKE_MISSING_TOOLS: tools } : {}) };
  const status = await runProgram(program("vitest"), ["run", ...report], env);
  const counts = readJson(UNIT_REPORT);
  return count(status, {
    passed: counts?.numPassedTests,
    failed: counts?.numFailedTests,
    skipped: (counts?.numPendingTests ?? 0) + (counts?.numTodoTests ?? 0),
  });
}

async function browserTests() {
  const browser = await findBrowser();
  if (!browser) return 1;
  rmSync(E2E_REPORT, { force: true });
  const status = await runProgram(program("@playwright/test", "playwright"), ["test"], {
    S3_HANDSHAKE_CHROMIUM: browser,
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
  });
  const counts = readJson(E2E_REPORT)?.stats;
  return count(status, {
    passed: counts?.expected,
    failed: counts && counts.unexpected + counts.flaky,
    skipped: counts?.skipped,
  });
}

/** A stage that ran no test has not passed. */
function count(status, { passed = 0, failed = 0, skipped = 0 }) {
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (passed === 0) console.error("No test has run.");
  return status !== 0 || failed > 0 || passed === 0 ? 1 : 0;
}

function finish() {
  if (totals.skipped > 0) console.log(`\n${totals.skipped} SKIPPED`);
  if (tools) console.log(`NOT RUN for want of ${tools}: the tests of generated bash scripts`);
  const problem = pythonProblem(findPython());
  console.log(
    problem === undefined
      ? "Not part of this: npm run test:aws, commands and scripts with the real AWS CLI."
      : `NOT RUN: commands and scripts with the real AWS CLI (npm run test:aws). ${problem}`,
  );
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
