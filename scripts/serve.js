import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const COMPRESSIBLE =
  /^(text\/|application\/(json|manifest|wasm|xml)|image\/(svg|x-icon)|font\/ttf)/;
const SMALLEST_COMPRESSED = 512;

const ENCODERS = {
  br: (body, quality) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }),
  gzip: (body) => promisify(gzip)(body, { level: 9 }),
};

/**
 * Serves a folder the way a plain static host does: index.html for a folder, 404.html with status
 * 404 for what is not there, compressed, hashed assets cached for ever. `basePath` ("/sub/path")
 * serves it below a path.
 */
export function createStaticServer(root, { basePath = "", brotliQuality = 9 } = {}) {
  const encoded = new Map();

  async function bodyFor(file, encoding) {
    const { mtimeMs, size } = await stat(file);
    const key = `${encoding} ${mtimeMs} ${size} ${file}`;
    if (!encoded.has(key)) {
      const plain = readFile(file);
      const work = encoding ? plain.then((body) => ENCODERS[encoding](body, brotliQuality)) : plain;
      encoded.set(
        key,
        work.then((body) => ({ body, etag: `"${sha(body)}"` })),
      );
    }
    return encoded.get(key);
  }

  return createServer(async (request, response) => {
    response.setHeader("x-content-type-options", "nosniff");
    response.setHeader("referrer-policy", "no-referrer");
    response.setHeader("x-frame-options", "DENY");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    try {
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405, { allow: "GET, HEAD" }).end();
        return;
      }
      const found = await fileFor(root, basePath, request.url ?? "/");
      const file = found ?? (await existing(join(root, "404.html")));
      if (!file) {
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n");
        return;
      }
      const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
      const compress =
        COMPRESSIBLE.test(type) && (await stat(file)).size >= SMALLEST_COMPRESSED
          ? chosenEncoding(request.headers["accept-encoding"])
          : "";
      const { body, etag } = await bodyFor(file, compress);
      response.setHeader("content-type", type);
      response.setHeader("vary", "accept-encoding");
      response.setHeader("etag", etag);
      response.setHeader(
        "cache-control",
        found && /[\\/]assets[\\/]/.test(file) ? "public, max-age=31536000, immutable" : "no-cache",
      );
      if (compress) response.setHeader("content-encoding", compress);
      if (found && request.headers["if-none-match"] === etag) {
        response.writeHead(304).end();
        return;
      }
      response.setHeader("content-length", body.length);
      response.writeHead(found ? 200 : 404);
      response.end(request.method === "HEAD" ? undefined : body);
    } catch (error) {
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end(`${error}\n`);
    }
  });
}

/** Listens on loopback at `port`, or the next free one. Answers the port; 0 asks for any. */
export async function listen(server, port) {
  for (let tried = port; tried <= port + 100; tried += 1) {
    const problem = await new Promise((resolve) => {
      server.once("error", resolve);
      server.listen(tried, "127.0.0.1", () => {
        server.off("error", resolve);
        resolve(undefined);
      });
    });
    if (!problem) return server.address().port;
    if (problem.code !== "EADDRINUSE" && problem.code !== "EACCES") throw problem;
  }
  throw new Error(`No free port from ${port} to ${port + 100}: set PORT to another number.`);
}

/** Closes open connections too, which browsers keep alive. */
export function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve(undefined));
    server.closeAllConnections();
  });
}

async function fileFor(root, basePath, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!path.startsWith(`${basePath}/`) || path.includes("\0")) return undefined;
  const file = join(root, path.slice(basePath.length));
  const inside = join(root, sep);
  if (!file.startsWith(inside) && join(file, sep) !== inside) return undefined;
  return path.endsWith("/") ? existing(join(file, "index.html")) : existing(file);
}

async function existing(file) {
  try {
    return (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}

function chosenEncoding(accepted = "") {
  const names = accepted.split(",").map((part) => part.split(";")[0].trim());
  return ["br", "gzip"].find((name) => names.includes(name)) ?? "";
}

function sha(body) {
  return createHash("sha256").update(body).digest("base64url").slice(0, 22);
}
