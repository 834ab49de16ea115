import { join } from "node:path";
import { defineConfig } from "vitest/config";

/** Started by conformance/run.js, which has the Python environment. Only to end what hangs. */
export default defineConfig({
  root: join(import.meta.dirname, ".."),
  test: {
    name: "conformance",
    environment: "node",
    include: ["conformance/**/*.test.ts"],
    maxWorkers: 2,
    // The cases are prepared, and the servers started, once for each worker and not for each file.
    isolate: false,
    testTimeout: 600_000,
    hookTimeout: 240_000,
  },
});
