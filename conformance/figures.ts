import { appendFileSync } from "node:fs";

/** What is counted for each method. */
export type Count =
  | "commands"
  | "distinct commands"
  | "PowerShell calls"
  | "scripts run"
  | "scripts recorded"
  | "state comparisons"
  | "probes"
  | "probes recorded"
  | "faults survived"
  | "faults recorded";

/** Adds to the figures that conformance/run.js tells at the end. */
export function count(what: Count, method: string, number: number): void {
  write({ what, method, number });
}

/** What a method must have at least one of; conformance/run.js fails where it has none. */
export function want(whats: readonly Count[], method: string): void {
  write({ wanted: whats, method });
}

/** A line of its own at the end. */
export function tell(line: string): void {
  write({ told: line });
}

function write(entry: object): void {
  const file = process.env["S3_HANDSHAKE_FIGURES"];
  if (file === undefined) throw new Error("Run this by npm run test:aws.");
  appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
