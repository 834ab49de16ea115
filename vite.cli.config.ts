import { defineConfig } from "vite";

/** The headless command: one file for Node, with its dependencies inside. */
export default defineConfig({
  publicDir: false,
  ssr: { target: "node", noExternal: true },
  build: {
    ssr: "src/cli/main.ts",
    outDir: "dist-cli",
    target: "node20",
    minify: false,
    rolldownOptions: { output: { entryFileNames: "s3-handshake.js", codeSplitting: false } },
  },
});
