import { percentile } from "./statistics.js";
import { openAgreement } from "./wizard-page.js";

const TYPED = "quarterly-figures-of-all-teams";
/** A fast typist's pace; each key is painted before the next one comes. */
const PAUSE_MILLISECONDS = 120;
/** The first keys also pay for what runs for the first time. They are kept: a person types them too. */
const LONGEST_MILLISECONDS = 5000;

/** Types into a prefix and takes, for every key, the time until both documents show it. */
export async function typing(browser, url, agreement) {
  const { context, page } = await openAgreement(browser, url, agreement);
  try {
    const prefix = page.getByRole("textbox", { name: "Prefix" }).first();
    await prefix.click();
    await prefix.press("End");
    const before = await prefix.inputValue();
    await page.evaluate(watchDocuments);
    const times = [];
    for (let length = 1; length <= TYPED.length; length += 1) {
      const awaited = before + TYPED.slice(0, length);
      await page.evaluate((text) => globalThis.benchAwait(text), awaited);
      await page.keyboard.press(TYPED[length - 1]);
      times.push(
        await page.evaluate(
          (limit) =>
            Promise.race([
              globalThis.benchPainted,
              new Promise((_, reject) => {
                setTimeout(() => reject(new Error("The documents did not follow")), limit);
              }),
            ]),
          LONGEST_MILLISECONDS,
        ),
      );
      await page.waitForTimeout(PAUSE_MILLISECONDS);
    }
    return { p50: percentile(times, 50), p95: percentile(times, 95), keys: times.length };
  } finally {
    await context.close();
  }
}

/** Runs in the page: from the key's own time stamp to the frame after the documents show the text. */
function watchDocuments() {
  const documents = document.querySelector("aside[aria-label=Documents], [role=complementary]");
  if (documents === null) throw new Error("The wizard shows no documents beside the form");
  let pressed = 0;
  addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true });
  globalThis.benchAwait = (text) => {
    globalThis.benchPainted = new Promise((resolve) => {
      const look = () => {
        const regions = [...documents.querySelectorAll("[role=region], section")];
        if (!regions.some((region) => region.textContent.includes(text))) return;
        observer.disconnect();
        // The message is handled after the frame that the callback belongs to has been painted.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now() - pressed);
          port2.postMessage(undefined);
        });
      };
      const observer = new MutationObserver(look);
      observer.observe(documents, { childList: true, subtree: true, characterData: true });
    });
  };
}
