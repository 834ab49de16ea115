import { expect, test } from "./test.ts";
import { EXAMPLE, type WizardPage } from "./wizard.ts";

const OWNER = "Account A · owner";
const CONSUMER = "Account B · consumer";
const METHOD = "QuickSight data set";
const ROLE = "arn:aws:iam::444455556666:role/service-role/aws-quicksight-service-role-v0";
const USER = "arn:aws:quicksight:eu-west-1:444455556666:user/default/alice";
const CANONICAL_A = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0";
const CANONICAL_B = "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be";
const FILE = "s3://acme-share-data/reports/2026/01.csv";

async function addItem(wizard: WizardPage, noun: string, value: string, number = 1) {
  const box = wizard.page.getByRole("textbox", { name: `${noun} ${number}` });
  const add = wizard.page.getByRole("button", { name: `Add ${noun}` });
  // The step before may still be on screen, which has neither.
  await add.waitFor();
  if (!(await box.isVisible())) await add.click();
  await box.fill(value);
  await box.blur();
}

async function fillDataSet(wizard: WizardPage) {
  await wizard.fill("Account ID of account B", EXAMPLE.consumer);
  await wizard.fill("Bucket for the manifest", "b-quicksight-manifests");
  await wizard.fill("QuickSight user", USER);
}

test("by bucket policy: the role, the manifest and the data set come out", async ({ wizard }) => {
  await wizard.startFromHome(METHOD);
  await wizard.fillOwner();
  await wizard.next();
  await addItem(wizard, "column", "day");
  await addItem(wizard, "column", "amount", 2);
  await wizard.next();
  await fillDataSet(wizard);
  await wizard.step("Review");
  const policy = await wizard.documentText(OWNER, `Bucket policy · ${EXAMPLE.bucket}`);
  expect(policy.Statement[0]).toEqual({
    Sid: "XacctListBucket",
    Effect: "Allow",
    Principal: { AWS: [ROLE] },
    Action: ["s3:ListBucket"],
    Resource: "arn:aws:s3:::acme-share-data",
  });
  expect(await wizard.documentText(CONSUMER, "Manifest")).toEqual({
    fileLocations: [{ URIPrefixes: ["s3://acme-share-data/reports/"] }],
    globalUploadSettings: {
      format: "CSV",
      delimiter: ",",
      textqualifier: '"',
      containsHeader: "true",
    },
  });
  const set = await wizard.documentText(CONSUMER, "Data set");
  const { UploadSettings } = set.PhysicalTableMap["s3-files"].S3Source;
  expect(UploadSettings.ContainsHeader).toBe(true);
  await wizard.step("Hand over");
  const files = await wizard.bundle();
  const names = [...files.keys()].map((name) => name.slice(name.indexOf("/") + 1));
  expect(names).toEqual(
    expect.arrayContaining([
      "account-b/02-manifest.json",
      "account-b/03-data-source.json",
      "account-b/04-data-set.json",
      "account-b/verify.sh",
    ]),
  );
});

test("by ACLs: an e-mail address is refused, and the lists come out", async ({ wizard, page }) => {
  await wizard.startFromHome(METHOD);
  await wizard.fillOwner();
  await page.getByRole("radio", { name: /Access control lists/ }).check();
  await wizard.fill("Canonical user ID of account A", "owner@example.com");
  await wizard.next();
  await expect(page.getByText(/S3 takes no e-mail address any more/).first()).toBeVisible();
  await wizard.fill("Canonical user ID of account A", CANONICAL_A);
  await wizard.next();
  await addItem(wizard, "file", FILE);
  await addItem(wizard, "column", "day");
  await wizard.next();
  await fillDataSet(wizard);
  await wizard.fill("Canonical user ID of account B", CANONICAL_B);
  await wizard.step("Review");
  const list = await wizard.documentText(OWNER, `Object ACL · ${EXAMPLE.bucket}`);
  expect(list.Grants).toEqual([
    { Grantee: { Type: "CanonicalUser", ID: CANONICAL_A }, Permission: "FULL_CONTROL" },
    { Grantee: { Type: "CanonicalUser", ID: CANONICAL_B }, Permission: "READ" },
  ]);
  const manifest = await wizard.documentText(CONSUMER, "Manifest");
  expect(manifest.fileLocations).toEqual([{ URIs: [FILE] }]);
  await wizard.step("Hand over");
  const files = await wizard.bundle();
  const apply = [...files].find(([name]) => name.endsWith("account-a/apply.sh"))?.[1];
  expect(apply).toContain("put-bucket-ownership-controls");
  expect(apply).toContain("put-object-acl");
});
