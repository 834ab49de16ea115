import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, type Page, test } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

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

const SCP = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Deny", Action: "s3:GetObject", Resource: "*" },
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
      await page.getByText("Fill from my credentials (optional)").click();
      await page.getByLabel("Credentials, as that command prints them").fill("AKIA");
      await page.getByRole("button", { name: "Ask who I am" }).click();
      await expect(page.locator(".identity-wrong")).toBeVisible();
      expect(await violations(page), "credentials that cannot be read").toEqual([]);
      await wizard.step("Guardrails");
      expect(await violations(page), "guardrails").toEqual([]);
      await wizard.step("Review");
      await expect(page.locator(".monaco-editor").first()).toBeVisible();
      await page.getByRole("grid").first().getByRole("button").first().click();
      const whatIf = page.getByRole("region", { name: "What if …" });
      await whatIf.getByLabel("Policy", { exact: true }).fill(SCP);
      await whatIf.getByRole("button", { name: "See what changes" }).click();
      await expect(whatIf.getByText("Allowed → Denied").first()).toBeVisible();
      expect(await violations(page), "review, in editors, answers explained and tried").toEqual([]);
      const there = page.getByRole("region", { name: "What is there already" });
      await there
        .getByRole("radio", { name: /^Paste what is there/ })
        .first()
        .check();
      await there.getByLabel("The policy that is there").fill(THERE);
      await expect(there.locator(".monaco-diff-editor .line-insert").first()).toBeVisible();
      expect(await violations(page), "review, merged and compared in editors").toEqual([]);
      await page.getByRole("button", { name: "Plain text" }).click();
      await expect(there.getByText("Who gains, who loses")).toBeVisible();
      expect(await violations(page), "review, merged, as plain text").toEqual([]);
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

const GIVEN = JSON.stringify({
  Version: "2012-10-17",
  Statement: {
    Sid: "XacctReadReports",
    Effect: "Allow",
    Principal: { AWS: EXAMPLE.role },
    Action: "s3:GetObject",
    Resource: `arn:aws:s3:::${EXAMPLE.bucket}/${EXAMPLE.prefix}*`,
  },
});

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
  await page.getByLabel("Policy", { exact: true }).fill(GIVEN);
  await page.getByRole("radio", { name: /^Role analytics-app/ }).check();
  await page.getByLabel("Account ID of account A").fill(EXAMPLE.owner);
  await expect(page.getByText(/put-bucket-policy|delete-bucket-policy/).first()).toBeVisible();
  expect(await overflow(), "a sharing that is ended").toBeLessThanOrEqual(0);
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
