import type { Page } from "./test.ts";

/** Presses Tab until the focus is on what is wanted; fails where it cannot be reached. */
export async function tabTo(page: Page, wanted: RegExp) {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return "";
      const labelled = focused.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
      return [
        focused.getAttribute("aria-label"),
        ...labelled.map((id) => document.getElementById(id)?.textContent),
        ...labels.map((label) => label.textContent),
        focused.textContent,
      ].join(" ");
    });
    if (wanted.test(name)) return;
  }
  throw new Error(`${wanted} cannot be reached by Tab`);
}
