import path from "node:path";
import { type Plugin, resolveConfig } from "vite";
import { beforeAll, expect, it } from "vitest";
import { homePage } from "./home-page.ts";

const ROOT = path.join(import.meta.dirname, "..");

let html = "";
let content = "";

beforeAll(async () => {
  const config = await resolveConfig({ root: ROOT, configFile: false, logLevel: "error" }, "build");
  const [contentPlugin, markupPlugin] = homePage() as [Plugin, Plugin];
  for (const plugin of [contentPlugin, markupPlugin]) {
    (plugin.configResolved as (config: unknown) => void)(config);
  }
  const load = contentPlugin.load as { handler: () => Promise<string> };
  content = await load.handler();
  const transform = markupPlugin.transformIndexHtml as {
    handler: (html: string, context: object) => Promise<string>;
  };
  const bundle = {
    "mount.js": {
      type: "chunk",
      fileName: "mount.js",
      imports: [],
      facadeModuleId: "/src/ui/shell/mount.tsx",
    },
  };
  const empty =
    '<html><head><meta charset="utf-8" /><title>S3 Handshake</title></head><body><div id="root"></div></body></html>';
  html = await transform.handler(empty, { bundle });
});

it("has the start page's text in the markup, under one heading", () => {
  expect(html.match(/<h1/g)).toHaveLength(1);
  expect(html).toContain("Share S3 data between two AWS accounts");
  expect(html).toContain("What never leaves the browser");
});

it("offers every method and every example as a link that needs no program", async () => {
  const { METHODS } = await import("#core/methods/index.ts");
  expect(METHODS.length).toBeGreaterThan(1);
  for (const { id, title } of METHODS) {
    expect(html).toMatch(new RegExp(`<a href="#/${id}/[a-z-]+">${title}</a>`));
  }
  const { readdirSync } = await import("node:fs");
  const files = readdirSync(path.join(ROOT, "examples")).filter((name) => name.endsWith(".json"));
  expect(files.length).toBeGreaterThan(0);
  expect(html.match(/href="#\/[a-z-]+\/review\?[^"]+"/g)).toHaveLength(files.length);
});

it("shows both accounts' halves, matching in what they name", () => {
  expect(html).toContain("Account A · owner");
  expect(html).toContain("Account B · consumer");
  expect(html.match(/class="match-resource">/g)?.length).toBeGreaterThanOrEqual(2);
});

it("hands the browser the same content that it was drawn from, and nothing of core", () => {
  const told = JSON.parse(content.replace("export default ", "")) as {
    methods: { title: string }[];
  };
  expect(told.methods.length).toBeGreaterThan(1);
  for (const { title } of told.methods) expect(html).toContain(title);
});

it("is governed by the policy, whose meta element comes first", () => {
  expect(html).toMatch(
    /<head><meta charset="utf-8" \/>\s*<meta http-equiv="Content-Security-Policy"/,
  );
});
