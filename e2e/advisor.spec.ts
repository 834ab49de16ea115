import { tabTo } from "./tab-to.ts";
import { expect, type Page, test } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

function advice(page: Page) {
  return page.getByRole("region", { name: /./ }).filter({ hasText: "Why not another" });
}

async function advised(page: Page, title: string) {
  await expect(advice(page).getByRole("heading", { level: 2 })).toHaveText(title);
}

test("from the start page to a filled-in method by keyboard alone", async ({ page, site }) => {
  await page.goto(site);
  await tabTo(page, /^\s*Help me choose/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Which method?" })).toBeVisible();
  await advised(page, "Bucket policy");

  await tabTo(page, /Roles or users of another AWS account/);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /^A third party's product/ })).toBeChecked();
  await advised(page, "Assume role");
  await expect(page.getByRole("group", { name: /AWS account\?$/ })).toBeVisible();

  await tabTo(page, /SSE-S3/);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: /aws\/s3$/ })).toBeChecked();
  await expect(page).toHaveURL(/#\/advisor\?consumer=third-party&key=aws-s3$/);
  await advised(page, "Assume role");

  await tabTo(page, /^\s*Use Assume role/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Assume role" })).toBeFocused();
  await expect(page.getByText(/^Taken over from your answers:/)).toContainText(
    "Account B belongs to a third party",
  );
  const location = page.getByRole("group", { name: "location 1" });
  await location.getByLabel("Bucket").fill(EXAMPLE.bucket);
  await location.getByLabel("Bucket").blur();
  await expect(
    page
      .getByRole("group", { name: `bucket ${EXAMPLE.bucket}` })
      .getByRole("radio", { name: /aws\/s3/ }),
  ).toBeChecked();
});

test("each answer has an address; back, forward and a reload find it again", async ({
  page,
  site,
}) => {
  await page.goto(`${site}#/advisor`);
  await page.getByRole("radio", { name: /^Roles or users/ }).check();
  await page
    .getByRole("group", { name: /other services/ })
    .getByLabel("Yes")
    .check();
  await advised(page, "Assume role");
  await expect(page).toHaveURL(/consumer=team&services=yes$/);
  await page.goBack();
  await expect(page).toHaveURL(/consumer=team$/);
  await advised(page, "Bucket policy");
  await expect(page.getByRole("radio", { name: /^Roles or users/ })).toBeChecked();
  await page.goForward();
  await advised(page, "Assume role");
  await page.reload();
  await advised(page, "Assume role");
  await expect(page.getByRole("group", { name: /other services/ }).getByLabel("Yes")).toBeChecked();
});

test("going through the answers of one question is one step back", async ({ page, site }) => {
  await page.goto(`${site}#/advisor`);
  await page.getByRole("radio", { name: /^SSE-S3/ }).check();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/key=aws-s3$/);
  await page.goBack();
  await expect(page).toHaveURL(/advisor$/);
});

test("a hostile address is read as far as it can be, and told", async ({ page, site }) => {
  await page.goto(
    `${site}#/advisor?consumer=team&services=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&__proto__=x&key=%E0%A4%A`,
  );
  await expect(page.getByRole("status").filter({ hasText: "left out" })).toContainText(
    "services=<img",
  );
  await expect(page.getByRole("radio", { name: /^Roles or users/ })).toBeChecked();
  await advised(page, "Bucket policy");
});

test("an answer is marked when it is given, before its address is there", async ({
  page,
  site,
}) => {
  await page.goto(`${site}#/advisor?consumer=team`);
  const radio = page.getByRole("radio", { name: /aws\/s3$/ });
  const marked = await radio.evaluate((input: HTMLInputElement) => {
    input.click();
    return input.checked;
  });
  expect(marked).toBe(true);
  await expect(page).toHaveURL(/consumer=team&key=aws-s3$/);
  await expect(radio).toBeChecked();
});

test("what would change the advice is said, and an answer that rules everything out says what to change", async ({
  page,
  site,
}) => {
  await page.goto(`${site}#/advisor?consumer=team&client=own&scale=few&services=no`);
  await advised(page, "Bucket policy");
  await page.getByRole("radio", { name: /aws\/s3$/ }).check();
  await expect(advice(page)).toContainText("Encrypt the objects with a customer managed key");
  await expect(advice(page)).toContainText("Your answers lead to");
});

test("the comparison is one table with a head for each row and column", async ({ page, site }) => {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${site}#/compare`);
    const table = page.getByRole("table", { name: "All methods compared" });
    await expect(table).toBeVisible();
    await expect(table.getByRole("rowheader")).toHaveCount(9);
    const methods = await table.getByRole("columnheader").count();
    expect(methods).toBeGreaterThan(2);
    for (const row of (await table.getByRole("row").all()).slice(1)) {
      await expect(row.getByRole("cell")).toHaveCount(methods);
      await expect(row.getByRole("link")).toHaveCount(methods);
    }
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await page.getByRole("columnheader").getByRole("link", { name: "Assume role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Assume role" })).toBeVisible();
});

test("values that a method refuses lead to the one that takes them, and come along", async ({
  wizard,
  page,
}) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  const bucket = page.getByRole("group", { name: `bucket ${EXAMPLE.bucket}` });
  await bucket.getByRole("radio", { name: /aws\/s3/ }).check();
  await expect(
    page.getByText("Assume role works with these values, Bucket policy does not"),
  ).toBeVisible();
  await page.getByRole("button", { name: "Change to Assume role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Assume role" })).toBeVisible();
  await expect(wizard.field("Account ID of account A")).toHaveValue(EXAMPLE.owner);
  await expect(
    page
      .getByRole("group", { name: `bucket ${EXAMPLE.bucket}` })
      .getByRole("radio", { name: /aws\/s3/ }),
  ).toBeChecked();
  await expect(page.getByText(/works with these values/)).toHaveCount(0);
});

test("from a method's heading to the questions and back with every value", async ({
  wizard,
  page,
}) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  await page.getByRole("button", { name: "Change method" }).click();
  await page
    .getByRole("dialog")
    .getByRole("link", { name: /Answer a few questions/ })
    .click();
  await expect(page).toHaveURL(/#\/advisor\?key=customer-key$/);
  await page
    .getByRole("group", { name: /other services/ })
    .getByLabel("Yes")
    .check();
  await page.getByRole("button", { name: "Use Assume role" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Assume role" })).toBeVisible();
  await expect(wizard.field("Account ID of account A")).toHaveValue(EXAMPLE.owner);
  await expect(
    page.getByRole("group", { name: `bucket ${EXAMPLE.bucket}` }).getByLabel("KMS key ARN"),
  ).toHaveValue(EXAMPLE.keyArn);
});
