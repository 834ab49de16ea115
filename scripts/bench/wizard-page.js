/** Opens the built page in a fresh profile with an agreement file, at the first step of the wizard. */
export async function openAgreement(browser, url, agreement) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel("Choose an agreement file").setInputFiles({
    name: "agreement.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(agreement)),
  });
  await page.getByRole("navigation", { name: "Steps" }).waitFor();
  return { context, page };
}
