import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { WrittenCommand } from "./written-commands.ts";

interface Judged {
  readonly command: WrittenCommand;
  readonly problem: string | null;
  /** `s3api get-object` */
  readonly operation: string;
}

/** What the AWS CLI's own parser and service models say to each command. Nothing is sent. */
export async function judgedByCli(commands: readonly WrittenCommand[]): Promise<readonly Judged[]> {
  const folder = mkdtempSync(join(tmpdir(), "s3-handshake-parser-"));
  const config = join(folder, "config");
  writeFileSync(config, profiles(commands));
  const child = spawn(pythonPath(), [join(import.meta.dirname, "python", "validate.py")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      ...process.env,
      HOME: folder,
      AWS_CONFIG_FILE: config,
      AWS_SHARED_CREDENTIALS_FILE: join(folder, "none"),
      AWS_EC2_METADATA_DISABLED: "true",
      AWS_DEFAULT_REGION: "eu-west-1",
    },
  });
  child.stdin.end(commands.map(({ argv, cwd }) => `${JSON.stringify({ argv, cwd })}\n`).join(""));
  const judged: Judged[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const command = commands[judged.length];
    if (command === undefined) throw new Error("The parser said more than it was asked.");
    judged.push({ command, ...(JSON.parse(line) as Omit<Judged, "command">) });
  }
  if (judged.length !== commands.length) throw new Error("The parser has ended early.");
  return judged;
}

export function pythonPath(): string {
  const path = process.env["S3_HANDSHAKE_PYTHON"];
  if (path === undefined) throw new Error("Run this by npm run test:aws.");
  return path;
}

/** The CLI refuses a profile that no file has. */
function profiles(commands: readonly WrittenCommand[]): string {
  const names = commands.flatMap(({ argv }) =>
    argv.flatMap((word, index) => {
      if (word === "--profile") return [argv[index + 1] ?? ""];
      return word.startsWith("--profile=") ? [word.slice("--profile=".length)] : [];
    }),
  );
  return [...new Set(names)].map((name) => `[profile ${JSON.stringify(name)}]\n`).join("");
}
