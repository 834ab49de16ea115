import react from "@vitejs/plugin-react";
import { configDefaults, defineConfig } from "vitest/config";

/** Only to end what hangs: a slow machine is no fault. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 300_000 };

/**
 * Generated scripts are run with the programs they use. Where scripts/test.js could not get one, it
 * says that these tests do not run; under CI that is a failure.
 */
const MISSING_TOOLS = (process.env["S3_HANDSHAKE_MISSING_TOOLS"] ?? "").split(",").filter(Boolean);
const WANT_TOOLS = MISSING_TOOLS.length === 0 ? [] : ["src/core/render/bash/**"];

export default defineConfig({
  test: {
    // Vitest would leave one core idle, which on two cores is half of them.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          ...PATIENCE,
          name: "node",
          environment: "node",
          exclude: [...configDefaults.exclude, ...WANT_TOOLS],
          include: ["src/core/**/*.test.ts", "src/cli/**/*.test.ts", "scripts/**/*.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: {
          ...PATIENCE,
          name: "ui",
          environment: "happy-dom",
          include: ["src/ui/**/*.test.{ts,tsx}", "src/platform/**/*.test.ts"],
          setupFiles: ["src/ui/vitest-setup.ts"],
          // Cloudscape's modules import style sheets, which Node cannot load by itself.
          server: { deps: { inline: [/@cloudscape-design/] } },
        },
      },
    ],
  },
});
