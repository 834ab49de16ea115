import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import type { AccountsBefore } from "./accounts.ts";
import { pythonPath } from "./cli-parser.ts";
import { startJudge } from "./judge.ts";
import { PYTHON_FOLDER, startPython } from "./processes.ts";

export interface Run {
  readonly status: number | null;
  readonly output: string;
}

export interface Seen {
  readonly operation: string;
  readonly account: string;
  readonly writes: boolean;
  readonly refused?: string;
  readonly held?: boolean;
  /** Answered by the recorder, not by moto. */
  readonly recorded?: boolean;
}

export interface Fault {
  /** `s3:PutBucketPolicy`, or `any write`. */
  readonly operation: string;
  readonly times: number;
  readonly code?: string;
  readonly message?: string;
  readonly status?: number;
  /** Lets so many requests pass before. */
  readonly skip?: number;
  /** Does not answer, so that the script can be ended in the middle of the call. */
  readonly hold?: boolean;
  /** The change is made, and the answer is an error all the same. */
  readonly after?: boolean;
}

export type State = Readonly<
  Record<
    "roles" | "users" | "policies" | "buckets" | "keys" | "recorded",
    Readonly<Record<string, unknown>>
  >
>;

export interface Credentials {
  readonly id: string;
  readonly secret: string;
  readonly token?: string;
}

/** Two accounts at moto, and the AWS CLI to reach them. */
export interface Aws {
  readonly environment: Readonly<Record<string, string>>;
  /** Throws everything away and begins with these accounts; answers each admin's credentials. */
  readonly begin: (before: AccountsBefore) => Promise<ReadonlyMap<string, Credentials>>;
  readonly setProfiles: (profiles: ReadonlyMap<string, Credentials>) => void;
  /** Of a session of the role, or a new access key of the user. */
  readonly credentialsOf: (arn: string) => Promise<Credentials>;
  readonly state: () => Promise<State>;
  /** Requests since the last call of this. */
  readonly seen: () => Promise<readonly Seen[]>;
  /** Operations that nothing here knows, asked for since the start. */
  readonly unimplemented: () => Promise<readonly string[]>;
  readonly setFaults: (faults: readonly Fault[]) => Promise<void>;
  readonly cli: (profile: string, ...words: readonly string[]) => Promise<Run>;
  readonly stop: () => Promise<void>;
}

export async function startAws(): Promise<Aws> {
  const root = mkdtempSync(join(tmpdir(), "s3h-"));
  const socket = join(root, "cli.sock");
  const [gate, cli, judge] = await Promise.all([
    startPython("gate.py"),
    startPython("cli_server.py", [socket]),
    startJudge(),
  ]);
  const url = `http://127.0.0.1:${gate.said}`;
  const bin = join(root, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "aws"), awsProgram());
  chmodSync(join(bin, "aws"), 0o755);
  const credentialsFile = join(root, "credentials");
  const environment = {
    PATH: [bin, process.env["PATH"]].join(delimiter),
    HOME: root,
    TMPDIR: root,
    AWS_CONFIG_FILE: join(root, "none"),
    AWS_SHARED_CREDENTIALS_FILE: credentialsFile,
    AWS_ENDPOINT_URL: url,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_DEFAULT_REGION: "eu-west-1",
    AWS_PAGER: "",
    S3_HANDSHAKE_CLI: socket,
    S3_HANDSHAKE_PAUSE: "0",
    S3_HANDSHAKE_MFA_CODE: "123456",
  };
  const ask = async <Answer>(path: string, asked: unknown): Promise<Answer> => {
    const response = await fetch(`${url}/_gate/${path}`, {
      method: "POST",
      body: JSON.stringify(asked),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text) as Answer;
  };
  let told = 0;
  return {
    environment,
    begin: async (before) => {
      judge.setCircumstances(before.circumstances);
      const { admins } = await ask<{ admins: Record<string, Credentials> }>("world", {
        ...before,
        judge: judge.said,
      });
      told = 0;
      return new Map(Object.entries(admins));
    },
    setProfiles: (profiles) => writeFileSync(credentialsFile, profileLines(profiles)),
    credentialsOf: (arn) => ask<Credentials>("credentials", { arn }),
    state: () => ask<State>("state", {}),
    seen: async () => {
      const all = await ask<readonly Seen[]>("seen", {});
      const fresh = all.slice(told);
      told = all.length;
      return fresh;
    },
    unimplemented: () => ask<readonly string[]>("unimplemented", {}),
    setFaults: async (faults) => {
      await ask("faults", faults);
    },
    cli: (profile, ...words) => {
      // What moto lacks is asked of the recorder; all else goes to moto in any case.
      const recording = { ...environment, S3_HANDSHAKE_RECORD: "1" };
      return ended(spawnIn("aws", [...words, "--profile", profile], root, recording));
    },
    stop: async () => {
      await Promise.all([gate.stop(), cli.stop(), judge.stop()]);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/**
 * S3_HANDSHAKE_PLAIN_AWS=1 starts the program itself for every call, which takes five times as long;
 * not where calls are recorded, which the server does.
 */
function awsProgram(): string {
  const python = pythonPath();
  const client = `'${python}' -S -E -s '${join(PYTHON_FOLDER, "aws_client.py")}'`;
  const isPlain = process.env["S3_HANDSHAKE_PLAIN_AWS"] === "1";
  const other = isPlain ? `'${join(dirname(python), "aws")}'` : client;
  return [
    "#!/bin/sh",
    `if [ "\${S3_HANDSHAKE_RECORD:-0}" = 1 ]; then exec ${client} "$@"; fi`,
    `exec ${other} "$@"`,
    "",
  ].join("\n");
}

function profileLines(profiles: ReadonlyMap<string, Credentials>): string {
  return [...profiles]
    .map(([name, { id, secret, token }]) =>
      [
        `[${name}]`,
        `aws_access_key_id = ${id}`,
        `aws_secret_access_key = ${secret}`,
        ...(token === undefined ? [] : [`aws_session_token = ${token}`]),
        "",
      ].join("\n"),
    )
    .join("\n");
}

/** In a process group of its own, so that it can be ended with all that it has started. */
export function spawnIn(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
) {
  return spawn(command, args, { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
}

export function ended(child: ReturnType<typeof spawnIn>): Promise<Run> {
  return new Promise((resolve, reject) => {
    let output = "";
    const add = (chunk: Buffer) => {
      output += chunk.toString("utf8");
    };
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, output }));
  });
}
