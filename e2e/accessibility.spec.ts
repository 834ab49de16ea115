import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page, test } from "./test.ts";

const axeSource = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const THERE = JSON.stringify({
  Version: "2012-10-17",
  Statement: {
    Effect: "Allow",
    Principal: { AWS: "777788889999" },
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::acme-share-data/partner/*",
  },
});

async function violations(page: Page) {
  await page.evaluate(await axeSource);
  const found = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: typeof import("axe-core") }).axe;
    const { violations } = await axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`);
  });
  return found;
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing on any screen", async ({ wizard, page, site }) => {
      await page.goto(site);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(page), "start page").toEqual([]);

      await wizard.startFromHome("Bucket policy");
      await wizard.next();
      expect(await violations(page), "account A, with its errors").toEqual([]);
      await wizard.fillOwner();
      await wizard.step("Account B");
      await wizard.fillConsumer();
      expect(await violations(page), "account B").toEqual([]);
      await wizard.step("Guardrails");
      expect(await violations(page), "guardrails").toEqual([]);
      await wizard.step("Review");
      await expect(page.locator(".monaco-editor").first()).toBeVisible();
      await page.getByRole("grid").first().getByRole("button").first().click();
      expect(await violations(page), "review, in editors, with an answer explained").toEqual([]);
      await page.getByRole("button", { name: "Plain text" }).click();
      expect(await violations(page), "review, as plain text").toEqual([]);
      const there = page.getByRole("region", { name: "What is there already" });
      await there
        .getByRole("radio", { name: /^Paste what is there/ })
        .first()
        .check();
      await there.getByLabel("The policy that is there").fill(THERE);
      await expect(there.getByText("Who gains, who loses")).toBeVisible();
      expect(await violations(page), "review, merged with what is there").toEqual([]);
      await wizard.step("Hand over");
      await expect(page.getByRole("button", { name: "Download zip" })).toBeVisible();
      expect(await violations(page), "hand over").toEqual([]);

      await page.goto(`${site}#/advisor?consumer=directory&client=own&oops`);
      await expect(page.getByRole("heading", { level: 2 })).toBeVisible();
      expect(await violations(page), "advisor").toEqual([]);
      await page.goto(`${site}#/compare`);
      await expect(page.getByRole("table")).toBeVisible();
      expect(await violations(page), "comparison").toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await violations(page), "comparison, stacked").toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });

      await page.goto(`${site}#/end`);
      await page.getByLabel("Policy", { exact: true }).fill(THERE);
      await page.getByRole("radio", { name: /^Whomever the admin/ }).check();
      await expect(page.getByRole("heading", { name: "Without it" })).toBeVisible();
      expect(await violations(page), "end a sharing").toEqual([]);

      await page.goto(`${site}#/no-such-method/owner`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await violations(page), "unknown address").toEqual([]);
    });
  });
}

test("nothing overflows sideways at 390 px", async ({ wizard, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  for (const address of ["#/advisor", "#/compare", "#/end"]) {
    await page.goto(wizard.site + address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await overflow(), address).toBeLessThanOrEqual(0);
  }
  await page.goto(wizard.site);
  expect(await overflow(), "start page").toBeLessThanOrEqual(0);
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  expect(await overflow(), "account A").toBeLessThanOrEqual(0);
  await wizard.next();
  await wizard.fillConsumer();
  expect(await overflow(), "account B").toBeLessThanOrEqual(0);
  await wizard.next();
  await wizard.next();
  await expect(page.getByRole("heading", { level: 2, name: "Review" })).toBeVisible();
  expect(await overflow(), "review").toBeLessThanOrEqual(0);
  await wizard.next();
  await expect(page.getByRole("heading", { level: 2, name: "Hand over" })).toBeVisible();
  expect(await overflow(), "hand over").toBeLessThanOrEqual(0);
});
