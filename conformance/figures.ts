import { appendFileSync } from "node:fs";

/** What is counted, in the order in which it is told. */
export type Count =
  | "commands"
  | "distinct commands"
  | "scripts run"
  | "scripts recorded"
  | "state comparisons"
  | "probes"
  | "faults survived"
  | "not run";

/** Adds to the figures that conformance/run.js tells at the end. */
export function count(what: Count, method: string, number: number): void {
  const file = process.env["S3_HANDSHAKE_FIGURES"];
  if (file === undefined) throw new Error("Run this by npm run test:aws.");
  appendFileSync(file, `${JSON.stringify({ what, method, number })}\n`);
}
