import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { close, createStaticServer, listen } from "../scripts/serve.js";
import { createStsStub, type StsStub } from "./sts-stub.ts";
import { test as base, type Page } from "./test.ts";

const ROOT = join(import.meta.dirname, "..");
const VITE = join(ROOT, "node_modules", "vite", "bin", "vite.js");

/**
 * Another STS on this machine, moto's for example; then only the tests tagged @any-sts are for it:
 * S3_HANDSHAKE_STS_ENDPOINT=http://127.0.0.1:5000 npx playwright test identity --grep @any-sts
 */
const OTHER_STS = process.env["S3_HANDSHAKE_STS_ENDPOINT"];

/** Whose credentials the tests paste. For another STS: the caller that it knows by them. */
export const CALLER = {
  account: process.env["S3_HANDSHAKE_STS_ACCOUNT"] ?? "444455556666",
  arn:
    process.env["S3_HANDSHAKE_STS_ARN"] ??
    "arn:aws:sts::444455556666:assumed-role/analytics-app/nightly",
  accessKeyId: process.env["S3_HANDSHAKE_STS_KEY_ID"] ?? "ASIAIOSFODNN7EXAMPLE",
  secret: process.env["S3_HANDSHAKE_STS_SECRET"] ?? "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  token: process.env["S3_HANDSHAKE_STS_TOKEN"] ?? `IQoJb3JpZ2luX2VjE${"aB3x".repeat(80)}`,
};

export const PASTED = [
  `export AWS_ACCESS_KEY_ID=${CALLER.accessKeyId}`,
  `export AWS_SECRET_ACCESS_KEY=${CALLER.secret}`,
  ...(CALLER.accessKeyId.startsWith("AKIA") ? [] : [`export AWS_SESSION_TOKEN=${CALLER.token}`]),
].join("\n");

interface StsFixtures {
  /** The panel that is open on the page. */
  readonly panel: IdentityPanel;
}

interface StsWorkerFixtures {
  readonly sts: StsStub;
  readonly endpoint: string;
}

/** The page, built to ask the stub instead of AWS. */
export const test = base.extend<StsFixtures, StsWorkerFixtures>({
  sts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures' pattern
    async ({}, use) => {
      await use(createStsStub());
    },
    { scope: "worker" },
  ],
  endpoint: [
    async ({ sts }, use) => {
      if (OTHER_STS !== undefined) {
        await use(OTHER_STS);
        return;
      }
      const port = await listen(sts.server, 0);
      await use(`http://127.0.0.1:${port}`);
      await close(sts.server);
    },
    { scope: "worker" },
  ],
  site: [
    async ({ endpoint }, use) => {
      mkdirSync(join(ROOT, ".cache"), { recursive: true });
      const folder = mkdtempSync(join(ROOT, ".cache", "sts-test-"));
      const build = ["build", "--mode", "sts-test", "--outDir", folder, "--emptyOutDir"];
      await promisify(execFile)(process.execPath, [VITE, ...build, "--logLevel", "error"], {
        cwd: ROOT,
        env: { ...process.env, S3_HANDSHAKE_STS_ENDPOINT: endpoint },
      });
      const server = createStaticServer(folder, { brotliQuality: 1 });
      const port = await listen(server, 0);
      await use(`http://127.0.0.1:${port}/`);
      await close(server);
      rmSync(folder, { recursive: true });
    },
    { scope: "worker", timeout: 300_000 },
  ],
  panel: async ({ page, sts, endpoint, watch }, use) => {
    watch.asked.push(endpoint);
    sts.requests.length = 0;
    sts.answers.clear();
    const { account, arn } = CALLER;
    sts.answers.set("GetCallerIdentity", { kind: "identity", account, arn });
    await use(new IdentityPanel(page));
  },
});

/** The optional panel as a person uses it. */
export class IdentityPanel {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open() {
    await this.page.getByText("Fill from my credentials (optional)").click();
  }

  async openTest() {
    await this.page.getByText("Assume the role with my credentials").click();
  }

  get box() {
    return this.page.getByLabel("Credentials, as that command prints them");
  }

  get answer() {
    return this.page.getByRole("region", { name: "Answer" });
  }

  async ask(pasted = PASTED) {
    await this.box.fill(pasted);
    await this.page.getByRole("button", { name: /^(Ask who I am|Assume the role)$/ }).click();
  }

  /** Everything of the page that anybody could look at later. */
  async everythingKept(): Promise<string> {
    return this.page.evaluate(async () => {
      const fields = [...document.querySelectorAll("input, textarea")] as HTMLInputElement[];
      const cached: string[] = [];
      for (const name of "caches" in window ? await caches.keys() : []) {
        const cache = await caches.open(name);
        cached.push(...(await cache.keys()).map(({ url }) => url));
      }
      const databases = "databases" in indexedDB ? await indexedDB.databases() : [];
      return [
        location.href,
        document.title,
        document.cookie,
        JSON.stringify(history.state),
        JSON.stringify(localStorage),
        JSON.stringify(sessionStorage),
        JSON.stringify(databases),
        performance.getEntries().map(({ name }) => name),
        cached,
        fields.map(({ value }) => value),
        document.documentElement.outerHTML,
      ].join("\n");
    });
  }
}
