import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

/** Only to end what hangs: a slow machine is no fault. */
const PATIENCE = { testTimeout: 120_000, hookTimeout: 300_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...PATIENCE,
          name: "node",
          environment: "node",
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
