import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { evaluate } from "#core/proof/evaluate.ts";
import type { Policies } from "#core/proof/policies.ts";
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

interface Question {
  readonly caller: string;
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  readonly resourcePolicy: unknown;
  readonly identityPolicies: readonly unknown[];
  readonly context: Readonly<Record<string, string>>;
}

const USUAL = {
  "aws:SecureTransport": "true",
  "s3:TlsVersion": "1.3",
  "aws:SourceIp": "203.0.113.10",
  "aws:ViaAWSService": "false",
  "aws:CurrentTime": "2026-11-21T12:00:00Z",
  "aws:PrincipalIsAWSService": "false",
};

/** moto does not read resource policies: our evaluator decides over the documents that moto holds. */
export async function startJudge(): Promise<Started> {
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
    });
    request.on("end", () => {
      response.end(JSON.stringify({ allowed: isAllowed(JSON.parse(text) as Question) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    said: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function isAllowed(asked: Question): boolean {
  const named = (policy: unknown, index: number) => ({ document: `${index}`, policy });
  const policies = {
    identity: asked.identityPolicies.map(named),
    ...(asked.resourcePolicy === null ? {} : { resource: named(asked.resourcePolicy, 0) }),
  } as Policies;
  const request = {
    principalArn: asked.caller,
    action: asked.action,
    resourceArn: asked.resource,
    resourceAccount: asked.resourceAccount,
    context: {
      ...USUAL,
      "aws:PrincipalArn": asked.principal,
      "aws:PrincipalAccount": asked.caller.split(":")[4] ?? "",
      ...asked.context,
    },
  };
  return evaluate(request, policies).decision === "allowed";
}
