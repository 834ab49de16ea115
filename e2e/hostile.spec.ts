import { expect, test } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

test("200 principals are pasted at once, and the limit of the policy is told", async ({
  wizard,
  page,
}) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  await wizard.next();
  await wizard.fill("Account ID of account B", EXAMPLE.consumer);
  const roles = Array.from(
    { length: 200 },
    (_, index) =>
      `arn:aws:iam::${EXAMPLE.consumer}:role/team-${index}/a-role-with-a-long-name-${index}`,
  );
  await page.getByRole("button", { name: "Paste many" }).click();
  await page.getByRole("textbox", { name: /one on each line/ }).fill(roles.join("\n"));
  await page.getByRole("button", { name: /^Add 200/ }).click();
  await wizard.step("Review");
  await expect(page.getByText(/20,480 bytes/).first()).toBeVisible();
  await expect(page.getByText(/over/).first()).toBeVisible();
  await wizard.step("Hand over");
  await expect(page.getByRole("button", { name: "Download zip" })).toHaveCount(0);
});

test("markup and shell characters in values stay text", async ({ wizard, page }) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fill("Account ID of account A", '<img src=x onerror="window.stranger=1">');
  await expect(page.getByText(/12-digit AWS account ID|12 digits/).first()).toBeVisible();
  await wizard.fillOwner();
  const location = page.getByRole("group", { name: "location 1" });
  await location.getByLabel("Prefix").fill("a b/$(touch x)`'\"/<script>/");
  await location.getByLabel("Prefix").blur();
  await wizard.next();
  await wizard.fillConsumer();
  await wizard.step("Hand over");
  const files = await wizard.bundle();
  expect([...files.keys()].some((path) => path.endsWith("account-b/verify.sh"))).toBe(true);
  expect(await page.evaluate(() => "stranger" in window)).toBe(false);
});

test("account IDs keep their leading zeros through link, file and documents", async ({
  wizard,
}) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  await wizard.next();
  await wizard.fill("Account ID of account B", "001234567890");
  const principal = wizard.page.getByRole("textbox", { name: "principal 1" });
  await principal.fill("arn:aws:iam::001234567890:role/app");
  await principal.blur();
  const link = await wizard.linkFor("Account B · consumer", "001234567890");
  expect(link).toContain("consumer=001234567890");
  const files = await wizard.bundle();
  const agreement = [...files].find(([path]) => path.endsWith("agreement.json"))?.[1] ?? "";
  expect(JSON.parse(agreement).consumer.account).toBe("001234567890");
});
