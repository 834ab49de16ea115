import { expect, test } from "./test.ts";

const REFUSED = "There is no action s3:ListObjects. Use s3:ListBucket.";

test("a document broken in Monaco is marked at its place, found, shown and fixed with one click", async ({
  wizard,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await wizard.fillExample("Bucket policy");
  const findings = page.getByRole("region", { name: "Findings" });
  await expect(findings.getByText("Nothing.")).toHaveCount(2);

  const editor = page.locator(".monaco-editor").first();
  await expect(editor).toBeVisible();
  await page.getByRole("button", { name: "Edit Bucket policy" }).click();
  const text = editor.getByRole("textbox").first();
  await text.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  const generated = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(
    (broken) => navigator.clipboard.writeText(broken),
    generated.replace('"s3:ListBucket"', '"s3:ListObjects"'),
  );
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+V");
  await expect(findings.getByText(REFUSED)).toBeVisible();
  await expect(findings.getByText(/^Findings: 1 refused by AWS/)).toHaveCount(1);

  await findings.getByRole("button", { name: /^Show Bucket policy/ }).click();
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+C");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('"s3:ListObjects"');
  await expect(editor.locator(".squiggly-error")).not.toHaveCount(0);

  await findings.getByRole("button", { name: /^Fix: Use s3:ListBucket/ }).click();
  await expect(findings.getByText(REFUSED)).toHaveCount(0);
  await expect(editor.locator(".squiggly-error")).toHaveCount(0);
  await expect(page.getByRole("tab", { name: /Bucket policy/ })).not.toContainText("edited");
  await expect(findings.getByRole("button", { name: /^Undo/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(findings.getByText(REFUSED)).toBeVisible();

  await wizard.step("Hand over");
  const files = await wizard.bundle();
  const report = [...files].find(([path]) => path.endsWith("findings.md"))?.[1] ?? "";
  expect(report).toContain(REFUSED);
});

test("what a value causes is told at its field and on Review", async ({ wizard, page }) => {
  await wizard.fillExample("Bucket policy");
  await wizard.step("Guardrails");
  const field = page.getByRole("textbox", { name: "Valid until" });
  await field.fill("2020-01-31");
  await field.blur();
  await expect(page.getByText("The access ended on 2020-01-31")).toBeVisible();
  await wizard.step("Review");
  const findings = page.getByRole("region", { name: "Findings" });
  await expect(findings.getByText("The access ended on 2020-01-31")).toBeVisible();
  await findings.getByRole("button", { name: /Valid until/ }).click();
  await expect(field).toBeFocused();
});
