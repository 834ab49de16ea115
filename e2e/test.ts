import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { close, createStaticServer, listen } from "../scripts/serve.js";
import { WizardPage } from "./wizard.ts";

const DIST = join(import.meta.dirname, "..", "dist");

/** What no page of ours may ever do; each test ends by looking. */
interface Watch {
  /** Console errors and warnings, uncaught errors, Content-Security-Policy violations. */
  readonly troubles: string[];
  /** Requests to anything but the page's own origin. */
  readonly strangers: string[];
  /** A test that has somebody else asked says whom. */
  readonly asked: string[];
  /** A test that provokes a message says so. */
  readonly expected: RegExp[];
}

export interface Fixtures {
  readonly watch: Watch;
  readonly wizard: WizardPage;
}

export interface WorkerFixtures {
  /** Address of the built page, served the way a static host does; ends with "/". */
  readonly site: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures' pattern
    async ({}, use) => {
      const server = createStaticServer(DIST, { brotliQuality: 1 });
      const port = await listen(server, 0);
      await use(`http://127.0.0.1:${port}/`);
      await close(server);
    },
    { scope: "worker" },
  ],
  wizard: async ({ page, site }, use) => {
    await use(new WizardPage(page, site));
  },
  watch: [
    async ({ context, site }, use) => {
      const watch: Watch = { troubles: [], strangers: [], asked: [], expected: [] };
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          watch.troubles.push(`${message.type()}: ${message.text()}`);
        }
      });
      context.on("weberror", (error) => {
        watch.troubles.push(`uncaught: ${error.error().message}`);
      });
      context.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(site) && !/^(data|blob|about):/.test(url)) watch.strangers.push(url);
      });
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          console.error(`CSP violation: ${event.violatedDirective} ${event.blockedURI}`);
        });
      });
      await use(watch);
      const unexpected = watch.troubles.filter(
        (text) => !watch.expected.some((pattern) => pattern.test(text)),
      );
      expect(unexpected, "console and security policy").toEqual([]);
      const strangers = watch.strangers.filter(
        (url) => !watch.asked.some((origin) => url.startsWith(`${origin}/`)),
      );
      expect(strangers, "requests that leave the origin").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, type Page };
