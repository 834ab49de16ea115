import { readFileSync } from "node:fs";
import { defineConfig } from "vite";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** The headless command: one file for Node, with its dependencies inside. */
export default defineConfig({
  publicDir: false,
  define: { S3_HANDSHAKE_VERSION: JSON.stringify(version) },
  ssr: { target: "node", noExternal: true },
  build: {
    ssr: "src/cli/main.ts",
    outDir: "dist-cli",
    target: "node20",
    minify: false,
    rolldownOptions: { output: { entryFileNames: "s3-handshake.js", codeSplitting: false } },
  },
});
