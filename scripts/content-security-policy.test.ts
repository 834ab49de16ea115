import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { REGIONS } from "../src/core/aws/region.ts";
import { contentSecurityPolicy, withContentSecurityPolicy } from "./content-security-policy.ts";
import { stsConnections } from "./sts-plugin.ts";

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Page</title>
    <script>start();</script>
    <style>body { margin: 0 }</style>
  </head>
  <body></body>
</html>`;

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function directive(policy: string, name: string): string | undefined {
  return policy
    .split("; ")
    .find((text) => text.startsWith(`${name} `))
    ?.slice(name.length + 1);
}

it("allows the inline script and style that are there, by their hashes", () => {
  const policy = contentSecurityPolicy(PAGE, []);
  expect(directive(policy, "script-src")).toBe(`'self' ${hash("start();")}`);
  expect(directive(policy, "style-src")).toBe(`'self' ${hash("body { margin: 0 }")}`);
});

it("gives another page another hash", () => {
  const changed = PAGE.replace("start();", "start(); ");
  expect(contentSecurityPolicy(changed, [])).not.toBe(contentSecurityPolicy(PAGE, []));
});

it("lets the built page connect to AWS's STS endpoints, one for each region, and to nothing else", () => {
  const connections = stsConnections("production");
  const sources = directive(contentSecurityPolicy(PAGE, connections), "connect-src")?.split(" ");
  expect(sources).toEqual(connections);
  expect(sources).toHaveLength(REGIONS.length);
  for (const source of sources ?? []) {
    expect(source).toMatch(/^https:\/\/sts\.[a-z0-9-]+\.amazonaws\.(?:com|com\.cn|eu)$/);
  }
});

it("allows no connection, no other origin, no form, no base and no evaluated code by itself", () => {
  const policy = contentSecurityPolicy(PAGE, []);
  expect(directive(policy, "default-src")).toBe("'none'");
  expect(directive(policy, "base-uri")).toBe("'none'");
  expect(directive(policy, "form-action")).toBe("'none'");
  expect(policy).not.toMatch(/connect-src|unsafe-eval|https?:|\*/);
  expect(directive(policy, "script-src")).not.toContain("unsafe-inline");
  expect(directive(policy, "style-src")).not.toContain("unsafe-inline");
});

it("stands before everything that it has to govern", () => {
  const html = withContentSecurityPolicy(PAGE, []);
  const policy = html.indexOf("Content-Security-Policy");
  expect(policy).toBeGreaterThan(0);
  expect(policy).toBeLessThan(html.indexOf("<title>"));
  expect(policy).toBeLessThan(html.indexOf("<script>"));
});

it("refuses a page without a place for it", () => {
  expect(() => withContentSecurityPolicy("<html></html>", [])).toThrow("<meta charset>");
});

it.each(["index.html", "404.html"])(
  "%s has no handler attribute and no script from elsewhere",
  (file) => {
    const html = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
    expect(html).toContain("<script>");
    expect(html).not.toMatch(/\son[a-z]+=|(?:src|href)="(?:https?:)?\/\//);
  },
);

it.each(["index.html", "404.html"])(
  "%s names its icon, so that no browser asks for one at the host's root",
  (file) => {
    const html = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
    expect(html).toMatch(/<link rel="icon" href="(?:\.\/[^"]+|data:,)"/);
  },
);
