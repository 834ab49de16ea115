import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { beforeEach, expect, it } from "vitest";
import { serviceWorker } from "./offline.ts";

const SCOPE = "https://example.org/share/";
const SOURCE = readFileSync(new URL("./offline/service-worker.js", import.meta.url), "utf8");
const bytes = (text: string) => new TextEncoder().encode(text);
const FILES = new Map([
  ["index.html", bytes("<html>")],
  ["assets/main-1.js", bytes("main")],
]);

type Stored = Map<string, string>;

/** Just enough of a browser: caches, a network that can be cut, and the events. */
let stores: Map<string, Stored>;
let network: Map<string, string> | undefined;
let fetched: string[];

beforeEach(() => {
  stores = new Map();
  fetched = [];
  network = new Map([
    [SCOPE, "<html>"],
    [`${SCOPE}assets/main-1.js`, "main"],
    [`${SCOPE}assets/later-2.js`, "later"],
  ]);
});

const address = (request: unknown) =>
  new URL(typeof request === "string" ? request : String((request as URL).href ?? request), SCOPE)
    .href;
const response = (text: string) => ({ ok: true, text });

function cacheOf(stored: Stored) {
  return {
    put: async (request: unknown, { text }: { text: string }) =>
      void stored.set(address(request), text),
    match: async (request: unknown) => {
      const text = stored.get(address((request as { url?: string }).url ?? request));
      return text === undefined ? undefined : response(text);
    },
  };
}

function start(files: ReadonlyMap<string, Uint8Array>) {
  const listeners = new Map<string, (event: object) => void>();
  const caches = {
    open: async (name: string) => {
      const stored = stores.get(name) ?? new Map<string, string>();
      stores.set(name, stored);
      return cacheOf(stored);
    },
    match: async (request: unknown) => {
      for (const stored of stores.values()) {
        const text = stored.get(address(request));
        if (text !== undefined) return response(text);
      }
      return undefined;
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  };
  const fetch = async (request: unknown) => {
    const url = address((request as { url?: string }).url ?? request);
    const text = network?.get(url);
    if (network === undefined || text === undefined) throw new TypeError("Failed to fetch");
    fetched.push(url);
    return response(text);
  };
  runInNewContext(serviceWorker(SOURCE, files), {
    self: {
      registration: { scope: SCOPE },
      clients: { claim: async () => {} },
      addEventListener: (type: string, listener: (event: object) => void) =>
        listeners.set(type, listener),
    },
    caches,
    fetch,
    URL,
  });
  const wait = (type: string) =>
    new Promise<unknown>((resolve, reject) => {
      listeners.get(type)?.({
        waitUntil: (work: Promise<unknown>) => work.then(resolve, reject),
      });
    });
  const request = async (url: string, mode = "no-cors") => {
    let answer: Promise<{ text: string }> | undefined;
    listeners.get("fetch")?.({
      request: { url, mode, method: "GET" },
      respondWith: (given: Promise<{ text: string }>) => {
        answer = given;
      },
    });
    return (await answer)?.text;
  };
  return { install: () => wait("install"), activate: () => wait("activate"), request };
}

it("keeps every file, and answers without a network", async () => {
  const worker = start(FILES);
  await worker.install();
  network = undefined;
  expect(await worker.request(`${SCOPE}index.html`, "navigate")).toBe("<html>");
  expect(await worker.request(`${SCOPE}assets/main-1.js`)).toBe("main");
});

it("shows the newer page as soon as the network has it", async () => {
  const worker = start(FILES);
  await worker.install();
  network?.set(SCOPE, "<html newer>");
  expect(await worker.request(SCOPE, "navigate")).toBe("<html newer>");
  expect(await worker.request(`${SCOPE}assets/later-2.js`)).toBe("later");
});

it("fetches of the next version only what is new, and then forgets the one before", async () => {
  await start(FILES).install();
  stores.set("another page's", new Map());
  fetched = [];
  const next = start(new Map([...FILES, ["assets/later-2.js", bytes("later")]]));
  await next.install();
  expect(fetched).toEqual([SCOPE, `${SCOPE}assets/later-2.js`]);
  expect(stores.size).toBe(3);
  await next.activate();
  expect([...stores.keys()].filter((name) => name.startsWith("s3-handshake"))).toHaveLength(1);
  expect(stores.has("another page's")).toBe(true);
});

it("is not installed when a file is missing", async () => {
  network?.delete(`${SCOPE}assets/main-1.js`);
  await expect(start(FILES).install()).rejects.toThrow("Failed to fetch");
});

it("leaves what is outside its folder alone", async () => {
  const worker = start(FILES);
  expect(await worker.request("https://example.org/other/x.js")).toBeUndefined();
});

it("is another worker when any file has changed, and the same when none has", () => {
  const changed = new Map([...FILES, ["assets/main-1.js", bytes("other")]]);
  expect(serviceWorker(SOURCE, new Map(FILES))).toBe(serviceWorker(SOURCE, FILES));
  expect(serviceWorker(SOURCE, changed)).not.toBe(serviceWorker(SOURCE, FILES));
  expect(serviceWorker(SOURCE, FILES)).not.toMatch(/__(?:VERSION|FILES)__/);
});
