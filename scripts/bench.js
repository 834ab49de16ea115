import { readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright";
import { largeAgreement, usualAgreement } from "./bench/agreements.js";
import { computation } from "./bench/computation.js";
import { editors } from "./bench/editors.js";
import { firstView, NETWORKS } from "./bench/first-view.js";
import { kib, machine, ms, seconds, table } from "./bench/report.js";
import { typing } from "./bench/typing.js";
import { build } from "./build.js";
import { ensureInstalled } from "./install.js";
import { ROOT } from "./run.js";
import { close, createStaticServer, listen } from "./serve.js";
import { findBrowser } from "./system-tools.js";

const REPORT = join(ROOT, "docs", "performance.md");
const BEGIN = "<!-- figures: npm run bench -- --write -->";
const END = "<!-- end of figures -->";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** A third of what nginxconfig.io takes; see docs/performance.md. */
const TYPING_BUDGET = 52;

await ensureInstalled();
if ((await build()) !== 0) process.exit(1);
const executablePath = await findBrowser();
if (!executablePath) process.exit(1);

const loadBefore = loadavg()[0];
if (loadBefore > 1) console.error(`The load average is ${loadBefore}: the figures will be worse.`);
const server = createStaticServer(join(ROOT, "dist"), { brotliQuality: 11 });
const url = `http://127.0.0.1:${await listen(server, 4380)}/`;
const browser = await chromium.launch({ executablePath, args: FLAGS });
try {
  const rows = [
    ...(await firstViewRows()),
    ...(await computationRows()),
    ...(await typingRows()),
    ...(await editorRows()),
  ];
  const where = machine(`Chromium ${browser.version()}`, loadBefore);
  const date = new Date().toISOString().slice(0, 10);
  const figures = `${table(rows)}\n\n${date}. ${where}.${note()}`;
  console.log(`\n${figures}`);
  if (process.argv.includes("--write")) write(figures);
} finally {
  await browser.close();
  await close(server);
}

async function firstViewRows() {
  say("first view");
  const plain = await firstView(browser, url);
  const fast = await firstView(browser, url, { throttling: NETWORKS.fast4g });
  const slow = await firstView(browser, url, { throttling: NETWORKS.slow4g });
  const kinds = Object.entries(plain.byKind).map(([kind, bytes]) => `${kind} ${kib(bytes)}`);
  return [
    {
      what: `First view, everything transferred (${kinds.join(", ")})`,
      measured: `${kib(plain.bytes)}, ${plain.requests} requests`,
      budget: "≤ 220 KiB",
      kept: plain.bytes <= 220 * 1024,
    },
    { what: "First view, LCP, unthrottled", measured: seconds(plain.lcp) },
    {
      what: `First view, LCP, ${NETWORKS.fast4g.name}`,
      measured: seconds(fast.lcp),
      budget: "≤ 1.0 s",
      kept: fast.lcp <= 1000,
    },
    { what: `First view, LCP, ${NETWORKS.slow4g.name}`, measured: seconds(slow.lcp) },
    {
      what: "First view, blocking time, same throttling (Fast 4G)",
      measured: `${ms(fast.blocking)}, longest task ${ms(fast.longest)}`,
      budget: "< 50 ms",
      kept: fast.blocking < 50,
    },
    { what: "First view, layout shift", measured: fast.shift.toFixed(3) },
    {
      what: "First sign of use → React has taken over, 4× CPU: longest task",
      measured: ms(
        (await firstView(browser, url, { throttling: NETWORKS.fast4g, use: true })).longest,
      ),
    },
  ];
}

async function computationRows() {
  say("pure computation");
  return (await computation()).flatMap(({ method, usual, large }) => [
    {
      what: `prepare + documents + proof, \`${method}\`, usual agreement (${usual.asked} questions)`,
      measured: computed(usual),
      budget: "≤ 4 ms",
      kept: usual.both.p50 <= 4,
    },
    {
      what: `the same, 50 locations × 50 principals (${large.documents} documents, ${large.asked} questions)`,
      measured: computed(large),
      budget: "≤ 50 ms",
      kept: large.both.p50 <= 50,
    },
  ]);
}

function computed({ prepare, both }) {
  return `p50 ${ms(both.p50)}, p95 ${ms(both.p95)}; without proof ${ms(prepare.p50)}`;
}

async function typingRows() {
  say("keystroke → documents painted");
  const usual = await typing(browser, url, usualAgreement("bucket-policy"));
  const large = await typing(browser, url, largeAgreement("bucket-policy"));
  return [
    {
      what: `Keystroke → documents painted, usual agreement (${usual.keys} keys)`,
      measured: `p50 ${ms(usual.p50)}, p95 ${ms(usual.p95)}`,
      budget: `p95 ≤ ${TYPING_BUDGET} ms`,
      kept: usual.p95 <= TYPING_BUDGET,
    },
    {
      what: "Keystroke → documents painted, 50 locations × 50 principals",
      measured: `p50 ${ms(large.p50)}, p95 ${ms(large.p95)}`,
    },
  ];
}

async function editorRows() {
  say("click → both editors readable");
  const agreement = usualAgreement("bucket-policy");
  const open = (options) => editors(browser, url, agreement, options);
  const ahead = await open({ ahead: true });
  return [
    {
      what: "Review → both editors readable, fetched while the form was filled",
      measured: seconds(ahead),
      budget: "≤ 1 s",
      kept: ahead <= 1000,
    },
    { what: "the same, cold", measured: seconds(await open({ ahead: false })) },
    {
      what: `the same, fetched ahead, ${NETWORKS.fast4g.name}`,
      measured: seconds(await open({ ahead: true, throttling: NETWORKS.fast4g })),
    },
    {
      what: `the same, cold, ${NETWORKS.fast4g.name}`,
      measured: seconds(await open({ ahead: false, throttling: NETWORKS.fast4g })),
    },
  ];
}

/** What else a reader of the figures should know: `--note "…"`. */
function note() {
  const at = process.argv.indexOf("--note");
  return at < 0 ? "" : ` ${process.argv[at + 1] ?? ""}`;
}

function say(what) {
  console.error(`Measuring ${what} …`);
}

function write(figures) {
  const text = readFileSync(REPORT, "utf8");
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${REPORT} has no place for the figures`);
  writeFileSync(REPORT, `${text.slice(0, begin)}${BEGIN}\n\n${figures}\n\n${text.slice(end)}`);
}
