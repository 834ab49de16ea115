import { expect, test } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

const CONSUMER = "Account B · consumer";

test("a reload in the middle loses nothing, values that never travel included", async ({
  wizard,
}) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  await wizard.page.getByRole("button", { name: "More" }).click();
  await wizard.fill("AWS CLI profile of account A", "a-admin");
  await wizard.page.reload();
  await expect(wizard.field("Account ID of account A")).toHaveValue(EXAMPLE.owner);
  await expect(
    wizard.page.getByRole("group", { name: "location 1" }).getByLabel("Bucket"),
  ).toHaveValue(EXAMPLE.bucket);
  await wizard.page.getByRole("button", { name: "More" }).click();
  await expect(wizard.field("AWS CLI profile of account A")).toHaveValue("a-admin");
  await wizard.settled(EXAMPLE.owner);
  expect(wizard.page.url()).not.toContain("a-admin");
});

test("the back button goes from step to step and keeps the values", async ({ wizard }) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fill("Account ID of account A", EXAMPLE.owner);
  await wizard.step("Account B");
  await wizard.fill("Account ID of account B", EXAMPLE.consumer);
  await wizard.page.goBack();
  await expect(wizard.field("Account ID of account A")).toHaveValue(EXAMPLE.owner);
  await wizard.page.goForward();
  await expect(wizard.field("Account ID of account B")).toHaveValue(EXAMPLE.consumer);
});

test("a truncated link is refused, and says so", async ({ wizard, browser }) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  const link = await wizard.linkFor(CONSUMER, EXAMPLE.keyArn);
  const elsewhere = await browser.newContext();
  const page = await elsewhere.newPage();
  await page.goto(link.slice(0, -20));
  await expect(
    page.getByRole("heading", { level: 1, name: "This link could not be opened" }),
  ).toBeVisible();
  await expect(page.getByText(EXAMPLE.owner).first()).toBeVisible();
  await elsewhere.close();
});

for (const [what, said, mangle] of [
  ["%23 in place of #", "#", (link: string) => link.replace("#", "%23")],
  ["&amp; in place of &", "&amp;", (link: string) => link.replaceAll("&", "&amp;")],
  ["a trailing >", "end of the link", (link: string) => `${link}>`],
  ["a trailing full stop", "end of the link", (link: string) => `${link}.`],
] as const) {
  test(`a link with ${what} opens, and the repair is told`, async ({ wizard, browser, watch }) => {
    // %23 asks the host for a page it does not have; its 404 page mends the address.
    watch.expected.push(/404 \(Not Found\)/);
    await wizard.startFromHome("Bucket policy");
    await wizard.fillOwner();
    const link = await wizard.linkFor(CONSUMER, EXAMPLE.keyArn);
    const elsewhere = await browser.newContext();
    const page = await elsewhere.newPage();
    await page.goto(mangle(link));
    await expect(page.getByRole("region", { name: "Values that came with a link" })).toContainText(
      EXAMPLE.owner,
    );
    await expect(page.getByText(said).first()).toBeVisible();
    await elsewhere.close();
  });
}

test("agreement.json is downloaded, and opens again from the start page", async ({ wizard }) => {
  await wizard.fillExample("Bucket policy");
  await wizard.step("Hand over");
  const waiting = wizard.page.waitForEvent("download");
  await wizard.page.getByRole("button", { name: "Download agreement.json" }).click();
  const file = await (await waiting).path();
  const page = await wizard.page.context().newPage();
  await page.goto(wizard.site);
  await page.getByLabel("Choose an agreement file").setInputFiles(file);
  await expect(page.getByRole("heading", { level: 1, name: "Bucket policy" })).toBeVisible();
  await expect(page.getByText(EXAMPLE.bucket).first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Values that came from a file" })).toBeVisible();
});
