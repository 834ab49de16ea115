import { defineConfig } from "@playwright/test";

/** Chosen by scripts/test.js, which finds or installs a browser; see scripts/find-browser.js. */
const executablePath = process.env["S3_HANDSHAKE_CHROMIUM"];

/** One worker is busy with it for a third of the whole run, so it goes first. */
const LONGEST = "identity.spec.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous: a slow machine is no fault.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "test-results/report.json" }]],
  projects: [
    { name: "identity", testMatch: LONGEST },
    { name: "page", testIgnore: LONGEST },
  ],
  use: {
    headless: true,
    viewport: { width: 1440, height: 900 },
    // Actions and console only: recording pictures would slow every test down.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
