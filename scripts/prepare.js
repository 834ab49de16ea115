import { spawnSync } from "node:child_process";
import { existsSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { program, ROOT, runProgram } from "./run.js";

// npm runs this after an installation. Nothing here may make the installation fail.
activateGitHooks();
if (existsSync(join(ROOT, "node_modules", "vite"))) {
  const args = ["build", "--config", "vite.cli.config.ts", "--logLevel", "warn"];
  const status = await runProgram(program("vite"), args);
  if (status !== 0) {
    // A failed build can leave a file that cannot run.
    rmSync(join(ROOT, "dist-cli"), { recursive: true, force: true });
    console.error("The s3-handshake command was not built; once mended: npm run build:cli.");
  }
}

/** Only in a checkout of our own, and only where nobody has chosen another place. */
function activateGitHooks() {
  const top = git(["rev-parse", "--show-toplevel"]);
  if (!top || realpathSync(top) !== realpathSync(ROOT)) return;
  if (git(["config", "core.hooksPath"]) === "") git(["config", "core.hooksPath", ".githooks"]);
}

function git(args) {
  const { stdout, error } = spawnSync("git", args, { cwd: ROOT, encoding: "utf8" });
  return error ? undefined : stdout.trim();
}
