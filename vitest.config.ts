import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { configDefaults, defineConfig } from "vitest/config";

/** Only to end what hangs: a slow machine is no fault. */
const PATIENCE = { testTimeout: 900_000, hookTimeout: 900_000 };

/**
 * Generated scripts are run with the programs they use. Where scripts/test.js could not get one, it
 * says that these tests do not run; under CI that is a failure.
 */
const MISSING_TOOLS = (process.env["S3_HANDSHAKE_MISSING_TOOLS"] ?? "").split(",").filter(Boolean);
const WANT_TOOLS = MISSING_TOOLS.length === 0 ? [] : ["src/core/render/bash/**"];

const UI_TESTS = ["src/ui/**/*.test.{ts,tsx}", "src/platform/**/*.test.ts"];

/** Test files that put another module in a module's place, or say so themselves. */
const ALONE = readdirSync(join(import.meta.dirname, "src"), { recursive: true, encoding: "utf8" })
  .map((file) => join("src", file).replaceAll("\\", "/"))
  .filter((file) => /^src\/(?:ui|platform)\/.*\.test\.tsx?$/.test(file))
  .filter((file) =>
    /vi\.mock\(|a process of its own/.test(readFileSync(join(import.meta.dirname, file), "utf8")),
  );

const PAGE = {
  ...PATIENCE,
  environment: "happy-dom" as const,
  setupFiles: ["src/ui/vitest-setup.ts"],
  // Cloudscape's modules import style sheets, which Node cannot load by itself.
  server: { deps: { inline: [/@cloudscape-design/] } },
};

export default defineConfig({
  test: {
    // Vitest would leave one core idle, which on two cores is half of them.
    maxWorkers: "100%",
    projects: [
      {
        plugins: [react()],
        test: { ...PAGE, name: "alone", include: ALONE },
      },
      {
        test: {
          ...PATIENCE,
          name: "node",
          environment: "node",
          // Core has no state in its modules, so they need not be read again for every file.
          isolate: false,
          exclude: [...configDefaults.exclude, ...WANT_TOOLS],
          include: ["src/core/**/*.test.ts", "src/cli/**/*.test.ts", "scripts/**/*.test.ts"],
        },
      },
      {
        plugins: [react()],
        test: {
          ...PAGE,
          name: "ui",
          // Most of a file's time would be Cloudscape's thousands of modules; vitest-setup.ts tidies up.
          isolate: false,
          exclude: [...configDefaults.exclude, ...ALONE],
          include: UI_TESTS,
        },
      },
    ],
  },
});
