import { cpus, loadavg, release, totalmem, type } from "node:os";

const KIB = 1024;

export const kib = (bytes) => `${Math.round(bytes / KIB)} KiB`;
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
export const ms = (milliseconds) =>
  `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;

/** Rows of {what, measured, budget, kept}; `kept` undefined when there is no budget. */
export function table(rows) {
  const verdict = ({ kept }) => (kept === undefined ? "" : kept ? "kept" : "**missed**");
  const lines = rows.map((row) => [row.what, row.measured, row.budget ?? "", verdict(row)]);
  return [["what", "measured", "budget", ""], ["---", "---", "---", "---"], ...lines]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
}

/** A busy machine measures itself: the load stands beside the figures. */
export function machine(browserVersion, loadBefore) {
  const [{ model }] = cpus();
  const load = [loadBefore, loadavg()[0]].map((value) => value.toFixed(1)).join(" before, ");
  return `${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / KIB ** 3)} GiB, ${type()} ${release().split("-")[0]}, Node ${process.versions.node}, ${browserVersion}; load average ${load} after`;
}
