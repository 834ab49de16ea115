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
const lines = figures();
console.log(lines.length === 0 ? "\nNothing was counted." : `\n${lines.join("\n")}`);
if (page !== undefined) {
  console.log(`The page against moto's STS: ${page === 0 ? "passed" : "FAILED"}`);
}
const passed = status === 0 && lines.length > 0 && (page ?? 0) === 0;
console.log(`\nconformance: ${passed ? "passed" : "FAILED"} in ${seconds} s`);
process.exit(passed ? 0 : 1);

/** A line a count: the total, then each method's share. */
function figures() {
  const counts = new Map();
  for (const line of read(FIGURES).split("\n").filter(Boolean)) {
    const { what, method, number } = JSON.parse(line);
    const methods = counts.get(what) ?? new Map();
    methods.set(method, (methods.get(method) ?? 0) + number);
    counts.set(what, methods);
  }
  const notRun = [...(counts.get("not run")?.keys() ?? [])];
  counts.delete("not run");
  const totals = [...counts].map(([what, methods]) => {
    const total = [...methods.values()].reduce((sum, one) => sum + one, 0);
    const shares = [...methods].map(([method, number]) => `${method} ${number}`);
    return `${what.padEnd(20)}${String(total).padStart(6)}  (${shares.join(", ")})`;
  });
  if (totals.length === 0) return [];
  return [
    ...totals,
    ...notRun.map((told) => `NOT RUN by moto, only recorded or parsed: ${told}`),
    "NOT RUN: PowerShell scripts, which npm test has parsed by a grammar.",
  ];
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
