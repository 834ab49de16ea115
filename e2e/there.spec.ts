import { readFile } from "node:fs/promises";
import { expect, test } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

const PARTNER = {
  Sid: "Partner",
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::777788889999:root" },
  Action: "s3:GetObject",
  Resource: `arn:aws:s3:::${EXAMPLE.bucket}/partner/*`,
};
const THERE = JSON.stringify(
  { Version: "2012-10-17", Id: "theirs", Statement: [PARTNER] },
  null,
  2,
);
const DOCUMENT = `account-a/01-bucket-policy-${EXAMPLE.bucket}.json`;

test("a policy that is there is merged, compared, bundled, survives a reload, and a sharing is taken out again", async ({
  wizard,
  page,
  site,
}) => {
  await wizard.fillExample("Bucket policy");
  const place = page.getByRole("region", {
    name: `Bucket policy · ${EXAMPLE.bucket}`,
    exact: true,
  });
  await place.getByRole("radio", { name: /^Paste what is there/ }).check();
  await expect(place.getByText("aws s3api get-bucket-policy")).toBeVisible();
  const field = place.getByLabel("The policy that is there");
  await field.fill('{ "Statement": [ }');
  await expect(place.getByText(/Line 1, column 18: a value is expected/)).toBeVisible();
  await field.fill(JSON.stringify({ Policy: JSON.stringify(JSON.parse(THERE)) }));
  await expect(
    place.getByText(/Role analytics-app of 444455556666 gains ListBucket/),
  ).toBeVisible();
  await expect(place.getByText("1 statement of others: kept as written.")).toBeVisible();

  await page.reload();
  await expect(place.getByText("1 statement of others: kept as written.")).toBeVisible();
  expect(page.url()).not.toContain("Partner");
  const merged = await wizard.documentText(
    "Account A · owner",
    `Bucket policy · ${EXAMPLE.bucket}`,
  );
  expect(merged.Id).toBe("theirs");
  expect(merged.Statement[0]).toEqual(PARTNER);

  await wizard.step("Hand over");
  const files = await wizard.bundle();
  const [path] = [...files.keys()].filter((one) => one.endsWith(DOCUMENT));
  const text = files.get(path ?? "") ?? "";
  expect(JSON.parse(text)).toEqual(merged);

  await page.getByRole("link", { name: "Take a sharing out of a policy" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "End a sharing" })).toBeVisible();
  await page.getByLabel("Policy", { exact: true }).fill(text);
  await page.getByRole("radio", { name: /Role analytics-app of 444455556666/ }).check();
  await expect(page.getByText(/Role analytics-app of 444455556666 loses ListBucket/)).toBeVisible();
  await page.getByLabel("Account ID of account A").fill(EXAMPLE.owner);
  await expect(page.getByText(/put-bucket-policy/).first()).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download policy.new.json" }).click();
  const rest = await readFile(await (await waiting).path(), "utf8");
  expect(rest).toBe(THERE);
  await expect(page).toHaveURL(`${site}#/end`);
});

test("what would not work, or cannot be read, keeps everything on the page", async ({
  wizard,
  page,
}) => {
  await wizard.fillExample("Bucket policy");
  const place = page.getByRole("region", {
    name: `Bucket policy · ${EXAMPLE.bucket}`,
    exact: true,
  });
  await place.getByRole("radio", { name: /^Paste what is there/ }).check();
  const deny = {
    Effect: "Deny",
    NotPrincipal: { AWS: `arn:aws:iam::${EXAMPLE.owner}:root` },
    Action: "s3:*",
    Resource: `arn:aws:s3:::${EXAMPLE.bucket}/*`,
  };
  await place
    .getByLabel("The policy that is there")
    .fill(JSON.stringify({ Version: "2012-10-17", Statement: deny }));
  await expect(place.getByText(/Statement 1 denies role analytics-app/)).toBeVisible();
  await wizard.step("Hand over");
  await expect(page.getByRole("button", { name: "Download zip" })).toHaveCount(0);
  await wizard.step("Review");
  await place.getByRole("radio", { name: /^I don't know/ }).check();
  await wizard.step("Hand over");
  await expect(page.getByRole("button", { name: "Download zip" })).toBeEnabled();
});

test("the last statement of a policy is deleted with it", async ({ page, site }) => {
  await page.goto(`${site}#/end`);
  await page
    .getByLabel("Policy", { exact: true })
    .fill(JSON.stringify({ Version: "2012-10-17", Statement: [PARTNER] }));
  await page.getByRole("radio", { name: /^Whomever the admin of account 777788889999/ }).check();
  await expect(page.getByText("the policy is deleted")).toBeVisible();
  await page.getByLabel("Account ID of account A").fill(EXAMPLE.owner);
  await expect(page.getByText(/delete-bucket-policy/)).toBeVisible();
});

test("an older version of ours stays, with a choice to replace it, which a reload keeps", async ({
  wizard,
  page,
}) => {
  await wizard.fillExample("Bucket policy");
  const place = page.getByRole("region", {
    name: `Bucket policy · ${EXAMPLE.bucket}`,
    exact: true,
  });
  const ours = await wizard.documentText("Account A · owner", `Bucket policy · ${EXAMPLE.bucket}`);
  const loader = "arn:aws:iam::444455556666:role/loader";
  const older = ours.Statement.filter(({ Effect }: { Effect: string }) => Effect === "Allow").map(
    (one: object) => ({ ...one, Principal: { AWS: [EXAMPLE.role, loader] } }),
  );
  await place.getByRole("radio", { name: /^Paste what is there/ }).check();
  await place
    .getByLabel("The policy that is there")
    .fill(JSON.stringify({ Version: "2012-10-17", Statement: [PARTNER, ...older] }));
  const choice = place.getByRole("checkbox", {
    name: /This is an older version of our statements/,
  });
  await expect(choice).not.toBeChecked();
  await expect(place.getByText("4 statements of others: kept as written.")).toBeVisible();
  await expect(place.getByText(/Role loader of 444455556666 loses/)).toHaveCount(0);
  await choice.check();
  await expect(place.getByText(/Role loader of 444455556666 loses/).first()).toBeVisible();
  await expect(place.getByText("1 statement of others: kept as written.")).toBeVisible();
  await page.reload();
  await expect(choice).toBeChecked();
  const merged = await wizard.documentText(
    "Account A · owner",
    `Bucket policy · ${EXAMPLE.bucket}`,
  );
  expect(merged.Statement[0]).toEqual(PARTNER);
  expect(JSON.stringify(merged)).not.toContain("loader");
});

test("the resource policy of an S3 Access Grants instance loses one account only", async ({
  page,
  site,
}) => {
  const instance = "arn:aws:s3:eu-west-1:111122223333:access-grants/default";
  const asking = (Sid: string, account: string) => ({
    Sid,
    Effect: "Allow",
    Principal: { AWS: account },
    Action: ["s3:GetDataAccess", "s3:ListCallerAccessGrants"],
    Resource: instance,
  });
  const theirs = asking("Partner", "777788889999");
  const policy = {
    Version: "2012-10-17",
    Statement: [theirs, asking("XacctAccessGrants", EXAMPLE.consumer)],
  };
  await page.goto(`${site}#/end`);
  await page
    .getByLabel("Policy", { exact: true })
    .fill(JSON.stringify({ Policy: JSON.stringify(policy), CreatedAt: "2026-11-22T00:00:00Z" }));
  await page.getByRole("radio", { name: /^Whomever the admin of account 444455556666/ }).check();
  await expect(page.getByLabel("ARN of the S3 Access Grants instance")).toHaveValue(instance);
  for (const command of ["get", "put"])
    await expect(
      page.getByText(`aws s3control ${command}-access-grants-instance-resource-policy`).first(),
    ).toBeVisible();
  await expect(page.getByText(/aws s3control list-access-grants /)).toBeVisible();
  await expect(
    page.getByText(/--role-name ROLE_NAME --policy-name XacctAccessGrants/).first(),
  ).toBeVisible();
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download policy.new.json" }).click();
  const rest = JSON.parse(await readFile(await (await waiting).path(), "utf8"));
  expect(rest).toEqual({ ...policy, Statement: [theirs] });
  await page.setViewportSize({ width: 390, height: 900 });
  const command = page.getByText(/aws s3control list-access-grants /);
  await expect
    .poll(async () => {
      const box = await command.boundingBox();
      return box === null ? Number.NaN : Math.ceil(box.x + box.width);
    })
    .toBeLessThan(390);
});
