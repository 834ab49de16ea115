import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "../scripts/install.js";
import { program, ROOT, runProgram } from "../scripts/run.js";
import { missingTools } from "../scripts/system-tools.js";
import { pageAgainstSts } from "./page-and-sts.js";
import { pythonEnvironment } from "./python-environment.js";

/** `npm run test:aws`: the commands and scripts against the AWS CLI and a stand-in for AWS. */
const FIGURES = join(ROOT, ".cache", "conformance.jsonl");

const POWERSHELL = "Not run: PowerShell scripts, which npm test has parsed by a grammar.";

await ensureInstalled();
const missing = await missingTools(["bash", "jq"]);
if (missing.length > 0)
  fail(`The conformance suite runs bash scripts. Install: ${missing.join(", ")}.`);
const { python, problem } = await pythonEnvironment();
if (problem) fail(problem);

mkdirSync(join(ROOT, ".cache"), { recursive: true });
rmSync(FIGURES, { force: true });
// Short, because a socket's path may have 107 characters, and gone with all that is left in it.
const temporary = mkdtempSync(join(tmpdir(), "s3h-"));
const started = performance.now();
const status = await runProgram(
  program("vitest"),
  ["run", "--config", "conformance/vitest.config.ts", ...process.argv.slice(2)],
  {
    CI: "true",
    TMPDIR: temporary,
    S3_HANDSHAKE_FIGURES: FIGURES,
    S3_HANDSHAKE_PYTHON: python,
  },
);
rmSync(temporary, { recursive: true, force: true });
// With arguments, only what they name.
const page = process.argv.length > 2 ? undefined : await pageAgainstSts(python);
const seconds = ((performance.now() - started) / 1000).toFixed(0);
const { lines, missing: uncounted } = figures();
console.log(lines.length === 0 ? "\nNothing was counted." : `\n${lines.join("\n")}`);
if (page !== undefined) {
  console.log(`The page against moto's STS: ${page === 0 ? "passed" : "FAILED"}`);
  for (const line of uncounted) console.error(`MISSING: ${line}`);
}
const isWhole = page === undefined || (page === 0 && uncounted.length === 0);
const passed = status === 0 && lines.length > 0 && isWhole;
console.log(`\nconformance: ${passed ? "passed" : "FAILED"} in ${seconds} s`);
process.exit(passed ? 0 : 1);

/** A line a count: the total, then each method's share. And what should have been counted and was not. */
function figures() {
  const entries = read(FIGURES)
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  const counts = new Map();
  for (const { what, method, number } of entries.filter(({ what }) => what !== undefined)) {
    const methods = counts.get(what) ?? new Map();
    methods.set(method, (methods.get(method) ?? 0) + number);
    counts.set(what, methods);
  }
  const totals = [...counts].map(([what, methods]) => {
    const total = [...methods.values()].reduce((sum, one) => sum + one, 0);
    const shares = [...methods].map(([method, number]) => `${method} ${number}`);
    return `${what.padEnd(20)}${String(total).padStart(6)}  (${shares.join(", ")})`;
  });
  const wanted = entries.flatMap(({ wanted = [], method }) =>
    wanted.filter((what) => !counts.get(what)?.get(method)).map((what) => `${method}: ${what}`),
  );
  const told = entries.flatMap(({ told }) => told ?? []);
  return {
    lines: totals.length === 0 ? [] : [...totals.toSorted(), ...told, POWERSHELL],
    missing: [...new Set(wanted), ...(entries.some(({ wanted }) => wanted) ? [] : ["all figures"])],
  };
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
