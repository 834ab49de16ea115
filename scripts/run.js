import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Runs a program to its end with our terminal; answers its exit status, 127 when it cannot start. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
    });
    child.on("error", () => resolve(127));
    child.on("close", (status) => resolve(status ?? 1));
  });
}

/** The command line of an installed package's program, run by this Node. */
export function program(packageName, binName = packageName) {
  const folder = join(ROOT, "node_modules", packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const path = typeof bin === "string" ? bin : bin[binName];
  return [process.execPath, join(folder, path)];
}

export function runProgram([command, script], args, env) {
  return run(command, [script, ...args], env);
}

/** npm as this process was started by it, otherwise the one on the PATH. */
export function runNpm(args, env) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith(".js")) return run(process.execPath, [npm, ...args], env);
  return run(process.platform === "win32" ? "npm.cmd" : "npm", args, env);
}
