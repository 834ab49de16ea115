import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./test.ts";

const DIST = join(import.meta.dirname, "..", "dist");
const AWS = "https://sts.eu-west-1.amazonaws.com";
const EVIL = "http://127.0.0.1:9/";
const PASTED = `AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE
AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
AWS_SESSION_TOKEN=${"aB3x".repeat(80)}`;

test("the page asks AWS, whatever the address and storage say", async ({
  wizard,
  page,
  site,
  watch,
}) => {
  watch.asked.push(AWS);
  const urls: string[] = [];
  await page.route(/^https:/, async (route) => {
    urls.push(route.request().url());
    await route.fulfill({
      status: 200,
      headers: {
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "*",
        "content-type": "text/xml",
      },
      body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::111122223333:user/admin</Arn><UserId>A</UserId><Account>111122223333</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    });
  });
  await page.addInitScript((evil) => {
    for (const name of [
      "STS_TEST_ENDPOINT",
      "sts-endpoint",
      "s3-handshake.prefer.sts",
      "s3-handshake.sts-endpoint",
      "AWS_ENDPOINT_URL",
      "AWS_ENDPOINT_URL_STS",
    ]) {
      localStorage.setItem(name, evil);
      sessionStorage.setItem(name, evil);
      Object.assign(window, { [name]: evil });
    }
  }, EVIL);
  await page.goto(
    `${site}?sts=${EVIL}&endpoint=${EVIL}&STS_TEST_ENDPOINT=${EVIL}#/bucket-policy/owner?v=1`,
  );
  await wizard.startFromHome("Bucket policy");
  await wizard.fill("AWS Region", "eu-west-1");
  await page.keyboard.press("Escape");
  await page.getByText("Fill from my credentials (optional)").click();
  await page.getByLabel("Credentials, as that command prints them").fill(PASTED);
  await page.getByRole("button", { name: "Ask who I am" }).click();
  await expect(page.getByRole("region", { name: "Answer" })).toContainText("user/admin");
  expect([...new Set(urls)]).toEqual([`${AWS}/`]);
});

test("no file of the page names a server of this machine or holds a key", async ({ site }) => {
  expect(site).toContain("127.0.0.1");
  const files = (await readdir(DIST, { recursive: true })).filter((file) =>
    /\.(?:js|html|css)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const text = await readFile(join(DIST, file), "utf8");
    const found = text.match(
      /http:\/\/127\.0\.0\.1|STS_TEST_ENDPOINT|(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}/,
    )?.[0];
    expect(found, file).toBeUndefined();
  }
});
