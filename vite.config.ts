import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { fontFiles } from "./scripts/font-files.ts";
import { homePage } from "./scripts/home-page.ts";
import { monacoFeatures, monacoStyles } from "./scripts/monaco-plugin.ts";
import { offline } from "./scripts/offline.ts";
import { sts } from "./scripts/sts-plugin.ts";

export default defineConfig({
  // Relative, so that the built page works from any host and under any sub-path.
  base: "./",
  plugins: [fontFiles(), homePage(), monacoFeatures(), monacoStyles(), sts(), react(), offline()],
  build: {
    // Fonts and icons stay files: nothing is fetched before a rule needs it.
    assetsInlineLimit: 0,
    // Browsers that lack modulepreload fetch the modules a moment later; the polyfill would need more of connect-src.
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
  worker: { format: "es" },
  server: { host: "127.0.0.1" },
  preview: { host: "127.0.0.1" },
});
