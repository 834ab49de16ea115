import { join } from "node:path";
import { close, createStaticServer, listen } from "../scripts/serve.js";
import { expect, test } from "./test.ts";

const DIST = join(import.meta.dirname, "..", "dist");

test("the page works under a sub-path, and its 404 page mends %23", async ({ browser }) => {
  const server = createStaticServer(DIST, { basePath: "/tools/s3", brotliQuality: 1 });
  const port = await listen(server, 0);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${port}/tools/s3/%23/bucket-policy/owner`);
    await expect(page.getByRole("heading", { level: 1, name: "Bucket policy" })).toBeVisible();
    await expect(page).toHaveURL(/\/tools\/s3\/#\/bucket-policy\/owner/);
  } finally {
    await context.close();
    await close(server);
  }
});

test("without JavaScript the start page still says what it is", async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Share S3 data");
  await expect(
    page
      .getByRole("region", { name: "Choose a method" })
      .getByRole("heading", { name: "Bucket policy", exact: true }),
  ).toBeVisible();
  await context.close();
});

test("a script that the page did not bring is refused by its policy", async ({
  page,
  site,
  watch,
}) => {
  watch.expected.push(/CSP violation|Content Security Policy|TrustedScript|Trusted Type/i);
  await page.goto(site);
  const ran = await page.evaluate(async () => {
    const script = document.createElement("script");
    try {
      script.textContent = "window.stranger = true";
      document.body.append(script);
    } catch {
      // Trusted Types refuse the assignment itself.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return "stranger" in window;
  });
  expect(ran).toBe(false);
  expect(watch.troubles.length).toBeGreaterThan(0);
});
