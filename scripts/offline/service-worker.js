/*
 * Keeps the built page for when there is no network. The page itself is always asked for from the
 * network first, so a newer version is never held back; all other files carry a hash of their
 * content in their name.
 */

/** Filled in while building: this version's name, and each file with its digest. */
const VERSION = "__VERSION__";
const FILES = "__FILES__";

const PAGE = "./";
// An origin can host this page in several folders: each keeps its own.
const OURS = `s3-handshake ${self.registration.scope} `;
const CACHE = OURS + VERSION;

self.addEventListener("install", (event) => event.waitUntil(keepFiles()));
self.addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  if (request.mode === "navigate") event.respondWith(networkFirst(request));
  else event.respondWith(keptFirst(request));
});

/** All or nothing: a file whose digest is another belongs to another version, and nothing is kept. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  for (const [file, integrity] of FILES) {
    const kept = await caches.match(new URL(file, self.registration.scope));
    if (kept && file !== PAGE) await cache.put(file, kept);
    else {
      const response = await fetch(file, {
        integrity,
        cache: file === PAGE ? "no-cache" : "default",
      });
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(file, response);
    }
  }
}

async function forgetOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function networkFirst(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const cache = await caches.open(CACHE);
    const page = await cache.match(PAGE);
    if (page) return page;
    throw error;
  }
}

async function keptFirst(request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(request)) ?? fetch(request);
}
