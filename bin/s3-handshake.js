#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const built = join(root, "dist-cli", "s3-handshake.js");

if (!existsSync(built)) buildOnce();
await import(pathToFileURL(built).href);

/** A clone whose installation did not build it, e.g. after npm ci --ignore-scripts. */
function buildOnce() {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  if (!existsSync(vite)) {
    console.error(`s3-handshake is not built yet. Run in ${root}: npm ci`);
    process.exit(2);
  }
  const args = [vite, "build", "--config", "vite.cli.config.ts", "--logLevel", "warn"];
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status === 0) return;
  rmSync(dirname(built), { recursive: true, force: true });
  console.error(`s3-handshake could not be built. Run in ${root}: npm run build:cli`);
  process.exit(2);
}
