import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { program, ROOT, runProgram } from "../scripts/run.js";
import { findBrowser } from "../scripts/system-tools.js";

/**
 * The page in Chromium asks moto's STS for the caller and for the role: the browser tests that hold
 * for any STS. Answers an exit status.
 */
export async function pageAgainstSts(python) {
  const browser = await findBrowser();
  if (!browser) return 1;
  const moto = spawn(python, [join(ROOT, "conformance", "python", "sts_server.py")], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, AWS_CONFIG_FILE: "/dev/null", PYTHONDONTWRITEBYTECODE: "1" },
  });
  const lines = createInterface({ input: moto.stdout });
  const said = await Promise.race([once(lines, "line"), once(moto, "exit").then(() => undefined)]);
  if (said === undefined) {
    console.error("moto's server could not be started: see its message above.");
    return 1;
  }
  const { endpoint, account, arn, keyId, secret } = JSON.parse(said[0]);
  const status = await runProgram(
    program("@playwright/test", "playwright"),
    ["test", "e2e/identity.spec.ts", "--grep", "@any-sts", "--workers=1", "--reporter=list"],
    {
      S3_HANDSHAKE_CHROMIUM: browser,
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1",
      S3_HANDSHAKE_STS_ENDPOINT: endpoint,
      S3_HANDSHAKE_STS_ACCOUNT: account,
      S3_HANDSHAKE_STS_ARN: arn,
      S3_HANDSHAKE_STS_KEY_ID: keyId,
      S3_HANDSHAKE_STS_SECRET: secret,
    },
  );
  moto.stdin.end();
  if (moto.exitCode === null) await once(moto, "exit");
  return status;
}
