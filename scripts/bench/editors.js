import { throttle } from "./first-view.js";
import { median } from "./statistics.js";
import { openAgreement } from "./wizard-page.js";

/** The wizard fetches the editors when the form has been idle for a moment. */
const FETCHED_AHEAD_MILLISECONDS = 6000;

/** From the click on Review until both accounts' editors show text. */
export async function editors(browser, url, agreement, { ahead, throttling, runs = 3 }) {
  const times = [];
  for (let run = 0; run < runs; run += 1) {
    times.push(await open(browser, url, agreement, { ahead, throttling }));
  }
  return median(times);
}

async function open(browser, url, agreement, { ahead, throttling }) {
  const { context, page } = await openAgreement(browser, url, agreement);
  try {
    const fetched = [];
    page.on("request", (request) => fetched.push(request.url()));
    if (throttling) await throttle(await context.newCDPSession(page), throttling);
    if (ahead) await page.waitForTimeout(FETCHED_AHEAD_MILLISECONDS);
    await page.evaluate(watchEditors);
    await page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("link", { name: "Review" })
      .click();
    return await page.evaluate(() => globalThis.benchReadable);
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
function watchEditors() {
  globalThis.benchReadable = new Promise((resolve) => {
    addEventListener("click", ({ timeStamp }) => look(timeStamp), { capture: true, once: true });
    const readable = () => {
      const shown = [...document.querySelectorAll(".monaco-editor")].filter((editor) =>
        [...editor.querySelectorAll(".view-line")].some((line) => line.textContent.trim() !== ""),
      );
      return shown.length >= 2;
    };
    const look = (clicked) => {
      requestAnimationFrame(() => {
        if (!readable()) return look(clicked);
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - clicked);
        port2.postMessage(undefined);
      });
    };
  });
}
