import { expect, test } from "./test.ts";
import { EXAMPLE, WizardPage } from "./wizard.ts";

const OWNER = "Account A · owner";
const CONSUMER = "Account B · consumer";

test("bucket policy: filled in, reviewed, and what DOMAIN's example says comes out", async ({
  wizard,
}) => {
  await wizard.fillExample("Bucket policy");
  const bucketPolicy = await wizard.documentText(OWNER, `Bucket policy · ${EXAMPLE.bucket}`);
  expect(bucketPolicy.Statement[0]).toEqual({
    Sid: "XacctListReports",
    Effect: "Allow",
    Principal: { AWS: [EXAMPLE.role] },
    Action: ["s3:ListBucket"],
    Resource: "arn:aws:s3:::acme-share-data",
    Condition: { StringLike: { "s3:prefix": ["reports/*"] } },
  });
  expect(bucketPolicy.Statement[2].Resource).toEqual(["arn:aws:s3:::acme-share-data/reports/*"]);
  const identityPolicy = await wizard.documentText(CONSUMER, "Identity policy");
  expect(identityPolicy.Statement.at(-1)).toEqual({
    Sid: "XacctS3KeyUse",
    Effect: "Allow",
    Action: ["kms:Decrypt"],
    Resource: EXAMPLE.keyArn,
    Condition: { StringEquals: { "kms:ViaService": "s3.eu-west-1.amazonaws.com" } },
  });
});

test("assume role: filled in, reviewed, and what DOMAIN's example says comes out", async ({
  wizard,
}) => {
  await wizard.fillExample("Assume role");
  const trust = await wizard.documentText(OWNER, "Trust policy · AcmeShareReader");
  expect(trust.Statement).toEqual([
    {
      Sid: "XacctAssumeFromB",
      Effect: "Allow",
      Principal: { AWS: EXAMPLE.role },
      Action: ["sts:AssumeRole"],
    },
  ]);
  const assume = await wizard.documentText(CONSUMER, "Identity policy");
  expect(assume.Statement[0].Resource).toBe("arn:aws:iam::111122223333:role/AcmeShareReader");
});

for (const method of ["Bucket policy", "Assume role"]) {
  test(`${method}: the bundle holds both accounts' files, and its hashes are right`, async ({
    wizard,
  }) => {
    await wizard.fillExample(method);
    await wizard.step("Hand over");
    const files = await wizard.bundle();
    const names = [...files.keys()];
    const root = `${names[0]?.split("/")[0]}/`;
    for (const name of ["README.md", "agreement.json", "manifest.json", "account-a/apply.sh"]) {
      expect(names).toContain(root + name);
    }
    for (const name of ["account-a/undo.ps1", "account-b/apply.ps1", "account-b/verify.sh"]) {
      expect(names).toContain(root + name);
    }
    const { createHash } = await import("node:crypto");
    const manifest = JSON.parse(files.get(`${root}manifest.json`) ?? "");
    expect(manifest.files).toHaveLength(names.length - 1);
    for (const { path, sha256 } of manifest.files) {
      const content = files.get(root + path) ?? "";
      expect(createHash("sha256").update(content).digest("hex"), path).toBe(sha256);
    }
    const agreement = JSON.parse(files.get(`${root}agreement.json`) ?? "");
    expect(agreement.owner.account).toBe(EXAMPLE.owner);
  });

  test(`${method}: the other owner opens the link, confirms, and hands a value back`, async ({
    wizard,
    browser,
    site,
  }) => {
    await wizard.startFromHome(method);
    await wizard.fillOwner();
    if (method === "Assume role") {
      await wizard.next();
      await wizard.fill("Role name", "AcmeShareReader");
    }
    const last = method === "Assume role" ? "AcmeShareReader" : EXAMPLE.keyArn;
    const link = await wizard.linkFor(CONSUMER, last);

    const elsewhere = await browser.newContext();
    const other = new WizardPage(await elsewhere.newPage(), site);
    await other.page.goto(link);
    await expect(other.page.getByRole("region", { name: "Your part" })).toContainText("missing");
    await other.fillConsumer();
    const banner = other.page.getByRole("region", { name: "Values that came with a link" });
    await expect(banner).toContainText(EXAMPLE.owner);
    await other.step("Review");
    const copy = other.page.getByRole("button", { name: /^Copy (Bucket|Trust) policy/ });
    await expect(copy).toBeDisabled();
    for (const side of [/expect/, /my own account/]) {
      // The banner folds as soon as both are confirmed.
      await banner.getByRole("checkbox", { name: side }).click();
    }
    await expect(copy).toBeEnabled();
    const back = await other.linkFor(OWNER, EXAMPLE.role);
    await elsewhere.close();

    await wizard.page.goto("about:blank");
    await wizard.page.goto(back);
    await wizard.page.getByRole("button", { name: "Open the link instead" }).click();
    await wizard.step("Account B");
    await expect(wizard.page.getByRole("textbox", { name: "principal 1" })).toHaveValue(
      EXAMPLE.role,
    );
  });
}

test("IAM user: filled in to hand-over, and nothing is called account B", async ({
  wizard,
  page,
}) => {
  await wizard.startFromHome("IAM user");
  await wizard.fillOwner();
  await wizard.next();
  await wizard.fill("User name", "vendor-acme");
  await wizard.fill("User path", "/vendors/");
  await wizard.next();
  await expect(page.getByText("Third party · consumer").first()).toBeVisible();
  await wizard.step("Guardrails");
  await wizard.step("Review");
  await expect(page.getByRole("heading", { level: 2, name: "Review" })).toBeVisible();
  const policy = await wizard.documentText(OWNER, "User policy · vendor-acme");
  expect(policy.Statement).toContainEqual(
    expect.objectContaining({ Effect: "Allow", Action: ["s3:ListBucket"] }),
  );
  await expect(page.getByText(/Account B\b/)).toHaveCount(0);
  await wizard.step("Hand over");
  await expect(
    page.getByRole("heading", { name: "Link for Third party · consumer" }),
  ).toBeVisible();
  await expect(
    page.getByRole("heading", { name: "Create an access key for vendor-acme" }),
  ).toBeVisible();
  await expect(page.getByText(/Account B\b/)).toHaveCount(0);
  const files = await wizard.bundle();
  const readme = [...files].find(([path]) => path.endsWith("README.md"))?.[1] ?? "";
  expect(readme).toContain("Third party · consumer");
  expect(readme).not.toMatch(/account B\b/i);
  expect([...files.keys()].some((path) => path.endsWith("account-b/verify.sh"))).toBe(true);

  await wizard.step("Account A");
  await page.getByRole("button", { name: "Change to Assume role" }).click();
  await expect(page.getByText(/^Left behind: .*User name/)).toBeVisible();
  await wizard.step("Account B");
  await expect(page.getByRole("checkbox", { name: /third party/ })).toBeChecked();
});

test("IAM user: the better way is offered first, and one click carries the values over", async ({
  wizard,
  page,
}) => {
  await wizard.startFromHome("IAM user");
  await wizard.fillOwner();
  await page.getByRole("button", { name: /Assume role/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Assume role" })).toBeVisible();
  await expect(wizard.field("Account ID of account A")).toHaveValue(EXAMPLE.owner);
  await expect(page.getByRole("group", { name: "location 1" }).getByLabel("Bucket")).toHaveValue(
    EXAMPLE.bucket,
  );
});
