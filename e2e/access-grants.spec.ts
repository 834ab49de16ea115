import { expect, test } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

const OWNER = "Account A · owner";
const CONSUMER = "Account B · consumer";
const INSTANCE = "arn:aws:s3:eu-west-1:111122223333:access-grants/default";

test("S3 Access Grants: from the start page to a bundle whose scripts ask for credentials", async ({
  wizard,
  page,
}) => {
  await wizard.fillExample("S3 Access Grants");
  const trust = await wizard.documentText(OWNER, "Trust policy · AcmeShareReader");
  expect(trust.Statement).toEqual([
    {
      Sid: "XacctAccessGrantsTrust",
      Effect: "Allow",
      Principal: { Service: "access-grants.s3.amazonaws.com" },
      Action: ["sts:AssumeRole", "sts:SetSourceIdentity"],
      Condition: {
        StringEquals: { "aws:SourceAccount": EXAMPLE.owner, "aws:SourceArn": INSTANCE },
      },
    },
  ]);
  const instance = await wizard.documentText(OWNER, "Instance policy · eu-west-1");
  expect(instance.Statement[0].Principal).toEqual({ AWS: EXAMPLE.consumer });
  const identity = await wizard.documentText(CONSUMER, "Identity policy");
  expect(identity.Statement[0].Resource).toBe(INSTANCE);
  await wizard.step("Hand over");
  await expect(page.getByText("Get credentials and use them").first()).toBeVisible();
  const files = await wizard.bundle();
  const named = (end: string) =>
    [...files].find(([path]) => path.endsWith(end))?.[1] ?? `there is no ${end}`;
  expect(named("account-a/apply.sh")).toContain("aws s3control create-access-grant ");
  expect(named("account-b/verify.sh")).toContain("aws s3control get-data-access ");
  expect(named("account-a/undo.ps1")).toContain("delete-access-grants-location");
});

test("S3 Access Grants: access that no grant can give is refused where it is chosen", async ({
  wizard,
  page,
}) => {
  await wizard.startFromHome("S3 Access Grants");
  await wizard.fillOwner();
  const location = page.getByRole("group", { name: "location 1" });
  await location.getByRole("checkbox", { name: "Read" }).click();
  await wizard.next();
  await expect(page.getByText(/list alone cannot be granted/).first()).toBeVisible();
});
