import { tabTo } from "./tab-to.ts";
import { expect, test } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

test("from the start page to the copied command without a mouse", async ({
  page,
  site,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(site);
  await tabTo(page, /^\s*Bucket policy/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Bucket policy" })).toBeVisible();
  await tabTo(page, /Account ID of account A/);
  await page.keyboard.type(EXAMPLE.owner);
  await tabTo(page, /AWS Region/);
  await page.keyboard.type(EXAMPLE.region);
  await page.keyboard.press("Escape");
  await tabTo(page, /Bucket(?!:)/);
  await page.keyboard.type(EXAMPLE.bucket);
  await page.keyboard.press("Tab");
  await page.keyboard.type("reports");
  await tabTo(page, /Next: Account B/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Account B" })).toBeFocused();
  await tabTo(page, /Account ID of account B/);
  await page.keyboard.type(EXAMPLE.consumer);
  await tabTo(page, /principal 1/);
  await page.keyboard.type(EXAMPLE.role);
  await tabTo(page, /Next: Guardrails/);
  await page.keyboard.press("Enter");
  await tabTo(page, /Next: Review/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  await tabTo(page, /Next: Hand over/);
  await page.keyboard.press("Enter");
  await tabTo(page, /Copy the command of step 1/);
  await page.keyboard.press("Enter");
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe("aws sts get-caller-identity");
});
