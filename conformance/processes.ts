import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { pythonPath } from "./cli-parser.ts";

export const PYTHON_FOLDER = join(import.meta.dirname, "python");

/** What has been started here and goes with us. */
export interface Started {
  /** The first line it prints. */
  readonly said: string;
  readonly stop: () => Promise<void>;
}

/** Python processes end by themselves when the pipe to them closes, so also on Ctrl-C. */
export function startPython(script: string, args: readonly string[] = []): Promise<Started> {
  return new Promise((resolve, reject) => {
    const child = spawn(pythonPath(), [join(PYTHON_FOLDER, script), ...args], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, AWS_CONFIG_FILE: "/dev/null", PYTHONDONTWRITEBYTECODE: "1" },
    });
    child.once("error", reject);
    child.once("exit", (status) => reject(new Error(`${script} has ended with ${status}.`)));
    child.stdout.once("data", (text: Buffer) =>
      resolve({ said: text.toString("utf8").trim(), stop: () => ended(child) }),
    );
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners("exit");
    child.once("exit", () => resolve());
    child.stdin?.end();
    child.kill();
  });
}
