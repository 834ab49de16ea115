import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { close, createStaticServer, listen } from "./serve.js";

const PAGE = `<!doctype html><title>Home</title>${"<p>text</p>".repeat(200)}`;
const parent = mkdtempSync(join(tmpdir(), "serve-"));
const root = join(parent, "dist");
let server: ReturnType<typeof createStaticServer>;
let port = 0;

beforeAll(async () => {
  mkdirSync(join(root, "assets"), { recursive: true });
  writeFileSync(join(parent, "secret.txt"), "not served");
  writeFileSync(join(root, "index.html"), PAGE);
  writeFileSync(join(root, "404.html"), "<title>Not found</title>");
  writeFileSync(join(root, "assets", "app-1a2b.js"), "export const a = 1;\n".repeat(100));
  writeFileSync(join(root, "assets", "font.woff2"), Buffer.alloc(2_000));
  server = createStaticServer(root);
  port = await listen(server, 0);
});

afterAll(async () => {
  await close(server);
  rmSync(parent, { recursive: true });
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

/** Sends the path as it is written: fetch would tidy it up first. */
function ask(path: string, headers = {}, method = "GET", at = port): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port: at, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () => {
        const { statusCode: status } = response;
        resolve({ status, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    request.on("error", reject);
  });
}

describe("the static server", () => {
  it("serves index.html for the folder, plain when nothing is accepted", async () => {
    const { status, headers, body } = await ask("/");
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-encoding"]).toBeUndefined();
    expect(body.toString()).toBe(PAGE);
  });

  it.each([
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip, br", "br", brotliDecompressSync],
    ["gzip;q=0.5", "gzip", gunzipSync],
  ])("compresses for %s with %s", async (accepted, chosen, decompress) => {
    const { headers, body } = await ask("/", { "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(chosen);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(decompress(body).toString()).toBe(PAGE);
  });

  it("keeps hashed assets for ever and asks again for pages", async () => {
    const asset = await ask("/assets/app-1a2b.js");
    expect(asset.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(asset.headers["cache-control"]).toContain("immutable");
    const page = await ask("/");
    expect(page.headers["cache-control"]).toBe("no-cache");
    const again = await ask("/", { "if-none-match": String(page.headers["etag"]) });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
  });

  it("leaves alone what is compressed already", async () => {
    const { headers } = await ask("/assets/font.woff2", { "accept-encoding": "br" });
    expect(headers["content-type"]).toBe("font/woff2");
    expect(headers["content-encoding"]).toBeUndefined();
  });

  it.each(["/nothing", "/assets/", "/%23/bucket-policy/review?v=1&owner=1", "/%E0%A4", "/a%00b"])(
    "answers %s with the page for lost addresses and status 404",
    async (path) => {
      const { status, body } = await ask(path);
      expect(status).toBe(404);
      expect(body.toString()).toContain("Not found");
    },
  );

  it.each(["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/assets/../../secret.txt"])(
    "does not leave its folder for %s",
    async (path) => {
      const { status, body } = await ask(path);
      expect(status).toBe(404);
      expect(body.toString()).not.toContain("not served");
    },
  );

  it("takes no other method than GET and HEAD", async () => {
    expect((await ask("/", {}, "POST")).status).toBe(405);
    const head = await ask("/", {}, "HEAD");
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
  });

  it("says that the page is not to be framed or sniffed, and sends no referrer", async () => {
    expect((await ask("/")).headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-frame-options": "DENY",
    });
  });

  it("serves below a path, and nothing beside it", async () => {
    const below = createStaticServer(root, { basePath: "/sub/path" });
    const at = await listen(below, 0);
    expect((await ask("/sub/path/", {}, "GET", at)).status).toBe(200);
    expect((await ask("/", {}, "GET", at)).status).toBe(404);
    await close(below);
  });

  it("takes the next free port when one is taken", async () => {
    const second = createStaticServer(root);
    expect(await listen(second, port)).toBeGreaterThan(port);
    await close(second);
  });
});
