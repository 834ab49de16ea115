import { expect, test } from "./test.ts";

const EDITED = JSON.stringify({ Version: "2012-10-17", Id: "edited-by-hand", Statement: [] });

test("a document edited in Monaco is marked, bundled as edited, and can be reset", async ({
  wizard,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await wizard.fillExample("Bucket policy");
  const editor = page.locator(".monaco-editor").first();
  await expect(editor).toBeVisible();
  await page.getByRole("button", { name: "Edit Bucket policy" }).click();
  await editor.getByRole("textbox").first().focus();
  await page.keyboard.press("Control+A");
  await page.evaluate((text) => navigator.clipboard.writeText(text), EDITED);
  await page.keyboard.press("Control+V");
  const tab = page.getByRole("tab", { name: /Bucket policy/ });
  await expect(tab).toContainText("edited");

  await page.keyboard.press("Tab");
  await expect(editor.getByRole("textbox").first()).not.toBeFocused();

  await wizard.step("Hand over");
  const files = await wizard.bundle();
  const edited = [...files].find(([path]) => path.includes("01-bucket-policy"))?.[1] ?? "";
  expect(JSON.parse(edited)).toEqual(JSON.parse(EDITED));
  const readme = [...files].find(([path]) => path.endsWith("README.md"))?.[1] ?? "";
  expect(readme).toContain("by hand");

  await wizard.step("Review");
  await page.getByRole("button", { name: /^Reset Bucket policy/ }).click();
  await expect(tab).not.toContainText("edited");
});

test("a document that is no JSON is neither copied nor bundled", async ({ wizard, page }) => {
  await wizard.fillExample("Bucket policy");
  await page.getByRole("button", { name: "Plain text" }).click();
  await page.getByRole("button", { name: "Edit Bucket policy" }).click();
  const text = page.getByRole("textbox", { name: /Bucket policy · acme-share-data/ });
  await text.fill('{ "Version": "2012-10-17", ');
  await expect(page.getByText("This text is no policy document")).toBeVisible();
  await expect(page.getByRole("button", { name: "Copy Bucket policy" })).toBeDisabled();
  await wizard.step("Hand over");
  await expect(page.getByText(/There is no bundle yet/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Download zip" })).toHaveCount(0);
});
