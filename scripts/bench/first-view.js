import { median } from "./statistics.js";

/** Long enough for the page to wake up, load the rest of its programs and fall quiet again. */
const SETTLE_MILLISECONDS = 4000;

/**
 * DevTools' own presets, as it applies them (latency and throughput already scaled), so that
 * anybody can repeat the figures by hand.
 */
export const NETWORKS = {
  fast4g: {
    name: "Fast 4G (165 ms, 8.1 Mbit/s), 4× CPU",
    cpu: 4,
    conditions: { latency: 165, downloadThroughput: 1_012_500, uploadThroughput: 168_750 },
  },
  slow4g: {
    name: "Slow 4G (150 ms, 1.6 Mbit/s), 4× CPU",
    cpu: 4,
    conditions: { latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 },
  },
};

/**
 * Loads `url` in fresh profiles; answers medians of what was transferred, LCP and blocking time.
 * With `use` the pointer is moved once all is quiet, and only what follows counts as tasks.
 */
export async function firstView(browser, url, { throttling, use = false, runs = 5 } = {}) {
  const results = [];
  for (let run = 0; run < runs; run += 1) results.push(await load(browser, url, throttling, use));
  return {
    requests: median(results.map(({ requests }) => requests)),
    bytes: median(results.map(({ bytes }) => bytes)),
    fcp: median(results.map(({ fcp }) => fcp)),
    lcp: median(results.map(({ lcp }) => lcp)),
    blocking: median(results.map(({ blocking }) => blocking)),
    longest: median(results.map(({ longest }) => longest)),
    shift: median(results.map(({ shift }) => shift)),
    byKind: results[0].byKind,
  };
}

async function load(browser, url, throttling, use) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const transfers = await watchTransfers(cdp);
    if (throttling) await throttle(cdp, throttling);
    await page.addInitScript(observe);
    await page.goto(url, { waitUntil: "load" });
    await page.waitForTimeout(SETTLE_MILLISECONDS);
    const quiet = await page.evaluate(() => performance.now());
    if (use) {
      await page.mouse.move(300, 300);
      await page.waitForTimeout(SETTLE_MILLISECONDS);
    }
    const seen = await page.evaluate(() => globalThis.benchSeen);
    const tasks = seen.longTasks.filter(
      ({ start, duration }) => start + duration > (use ? quiet : seen.fcp),
    );
    const blocking = tasks.reduce((total, { duration }) => total + Math.max(0, duration - 50), 0);
    return {
      ...transfers.summary(),
      fcp: seen.fcp,
      lcp: seen.lcp,
      shift: seen.shift,
      blocking,
      longest: Math.max(0, ...tasks.map(({ duration }) => duration)),
    };
  } finally {
    await context.close();
  }
}

export async function throttle(cdp, { cpu, conditions }) {
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", { offline: false, ...conditions });
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpu });
}

async function watchTransfers(cdp) {
  const requests = new Map();
  await cdp.send("Network.enable");
  cdp.on("Network.responseReceived", ({ requestId, type, response }) => {
    if (response.url.startsWith("http")) requests.set(requestId, { type, url: response.url });
  });
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength, timestamp }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { bytes: encodedDataLength, timestamp });
  });
  return {
    summary() {
      const done = [...requests.values()].filter(({ bytes }) => bytes !== undefined);
      const byKind = {};
      for (const { type, bytes } of done) byKind[type] = (byKind[type] ?? 0) + bytes;
      const bytes = done.reduce((total, request) => total + request.bytes, 0);
      return { requests: done.length, bytes, byKind };
    },
  };
}

/** Runs in the page before its own scripts. */
function observe() {
  const seen = { fcp: 0, lcp: 0, shift: 0, longTasks: [] };
  globalThis.benchSeen = seen;
  const watch = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
    });
  watch("paint", ({ name, startTime }) => {
    if (name === "first-contentful-paint") seen.fcp = startTime;
  });
  watch("largest-contentful-paint", ({ startTime }) => {
    seen.lcp = startTime;
  });
  watch("layout-shift", ({ value }) => {
    seen.shift += value;
  });
  watch("longtask", ({ startTime, duration }) => {
    seen.longTasks.push({ start: startTime, duration });
  });
}
