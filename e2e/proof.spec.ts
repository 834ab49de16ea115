import { expect, type Page, test } from "./test.ts";
import type { WizardPage } from "./wizard.ts";

const answer = (page: Page, row: RegExp) =>
  page
    .getByRole("grid", { name: "Use the shared data" })
    .getByRole("row", { name: row })
    .getByRole("button")
    .first();
const summary = (page: Page) => page.getByText(/\d+ questions/).first();

/** On Review with the editors there, clipboard allowed. */
async function openReview(wizard: WizardPage, page: Page) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await wizard.fillExample("Bucket policy");
  await expect(page.locator(".monaco-editor").first()).toBeVisible();
  await expect(summary(page)).toContainText("all answered as agreed");
}

test("an answer turns when a document is edited in Monaco, says why, and turns back", async ({
  wizard,
  page,
}) => {
  await openReview(wizard, page);
  await page.getByRole("button", { name: "Edit Bucket policy" }).click();
  const text = page.locator(".side-owner .monaco-editor").getByRole("textbox").first();
  await text.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Control+C");
  const policy = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(
    (broken) => navigator.clipboard.writeText(broken),
    policy.replaceAll("s3:GetObject", "s3:GetObjectAcl"),
  );
  await page.keyboard.press("Control+V");

  const read = answer(page, /^Read objects/);
  await expect(read).toContainText("Denied");
  await expect(read).toContainText("not as agreed");
  await expect(summary(page)).toContainText("not as agreed");
  await read.click();
  await expect(page.getByText(/^Account A's bucket policy does not allow/).first()).toBeVisible();

  await wizard.step("Hand over");
  await expect(page.getByText("These documents do not grant what was agreed")).toBeVisible();
  const files = await wizard.bundle();
  const proof = [...files].find(([path]) => path.endsWith("proof.json"))?.[1] ?? "";
  expect(JSON.parse(proof)).toMatchObject({ format: "s3-handshake/proof", ok: false });

  await wizard.step("Review");
  await page.getByRole("button", { name: /^Reset Bucket policy/ }).click();
  await expect(answer(page, /^Read objects/)).toHaveText(/Allowed, as agreed/);
  await expect(summary(page)).toContainText("all answered as agreed");
});

test("with the keyboard alone an answer leads to the statement that decides it", async ({
  wizard,
  page,
}) => {
  await openReview(wizard, page);
  await page.getByRole("tab", { name: /^Key policy/ }).click();
  await answer(page, /^List objects/).focus();
  await page.keyboard.press("ArrowDown");
  await expect(answer(page, /^Read objects/)).toBeFocused();
  await page.keyboard.press("Enter");
  const show = page.getByRole("button", { name: /^Show \S*Read\S* .* in Bucket policy/ });
  await expect(show).toBeVisible();
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press("Tab");
    if (await show.evaluate((button) => button === document.activeElement)) break;
  }
  await expect(show).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: /^Bucket policy/ })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  const editor = page.locator(".side-owner .monaco-editor").getByRole("textbox").first();
  await expect(editor).toBeFocused();
  await page.keyboard.press("Control+C");
  const selected = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(selected).toMatchObject({ Effect: "Allow" });
  expect([selected.Action].flat()).toContain("s3:GetObject");
});

test("a pasted SCP shows which answers it would change, and leaves with the tab", async ({
  wizard,
  page,
}) => {
  await openReview(wizard, page);
  const field = page.getByLabel("Policy", { exact: true });
  await field.fill('{"Version":"2012-10-17","Statement":[{"Effect":"Deny"');
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByText(/^Line 1, column \d+/)).toBeVisible();
  await field.fill(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":"*"}]}',
  );
  await page.getByRole("button", { name: "See what changes" }).click();
  await expect(page.getByText("1 answer changes.")).toBeVisible();
  await expect(page.getByText("Allowed → Denied")).toBeVisible();
  await expect(summary(page)).toContainText("all answered as agreed");
  const kept = await page.evaluate(() =>
    JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage }]),
  );
  expect(kept).not.toContain("Deny");
  await page.getByRole("button", { name: /^Remove Service control policy/ }).click();
  await expect(page.getByText("1 answer changes.")).toHaveCount(0);
});
