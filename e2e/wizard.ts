import { expect, type Page } from "@playwright/test";

/** The running example of the documentation. */
export const EXAMPLE = {
  owner: "111122223333",
  consumer: "444455556666",
  region: "eu-west-1",
  bucket: "acme-share-data",
  prefix: "reports/",
  keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  role: "arn:aws:iam::444455556666:role/analytics-app",
} as const;

/** The wizard as a person uses it: by label and role, never by class. */
export class WizardPage {
  readonly page: Page;
  readonly site: string;

  constructor(page: Page, site: string) {
    this.page = page;
    this.site = site;
  }

  async startFromHome(method: string) {
    await this.page.goto(this.site);
    await this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("heading", { name: method, exact: true }) })
      .getByRole("link")
      .first()
      .click();
    await expect(this.page.getByRole("heading", { level: 1, name: method })).toBeVisible();
  }

  field(label: string) {
    return this.page.getByLabel(label, { exact: true });
  }

  async fill(label: string, value: string) {
    await this.field(label).fill(value);
    await this.field(label).blur();
  }

  async step(name: string) {
    await this.page
      .getByRole("navigation", { name: "Steps" })
      .getByRole("link", { name: new RegExp(`^${name}`) })
      .click();
  }

  async next() {
    await this.page.getByRole("button", { name: /^Next/ }).click();
  }

  /** Account A's step of the running example, encrypted with a customer managed key. */
  async fillOwner() {
    await this.fill("Account ID of account A", EXAMPLE.owner);
    await this.fill("AWS Region", EXAMPLE.region);
    await this.page.keyboard.press("Escape");
    const location = this.page.getByRole("group", { name: "location 1" });
    await location.getByLabel("Bucket").fill(EXAMPLE.bucket);
    await location.getByLabel("Prefix").fill(EXAMPLE.prefix);
    await location.getByLabel("Prefix").blur();
    const bucket = this.page.getByRole("group", { name: `bucket ${EXAMPLE.bucket}` });
    await bucket.getByRole("radio", { name: "SSE-KMS, customer managed key" }).check();
    await bucket.getByLabel("KMS key ARN").fill(EXAMPLE.keyArn);
    await bucket.getByLabel("KMS key ARN").blur();
  }

  async fillConsumer() {
    await this.fill("Account ID of account B", EXAMPLE.consumer);
    const principal = this.page.getByRole("textbox", { name: "principal 1" });
    await principal.fill(EXAMPLE.role);
    await principal.blur();
  }

  /** Everything of the running example that the method asks for; ends on Review. */
  async fillExample(method: string) {
    await this.startFromHome(method);
    await this.fillOwner();
    await this.next();
    const role = this.page.getByLabel("Role name");
    await role.or(this.field("Account ID of account B")).first().waitFor();
    if (await role.isVisible()) {
      await this.fill("Role name", "AcmeShareReader");
      await this.next();
    }
    await this.fillConsumer();
    await this.step("Review");
    await expect(this.page.getByRole("heading", { level: 2, name: "Review" })).toBeVisible();
    await this.settled(EXAMPLE.role);
  }

  /**
   * Documents, links and bundles follow what is typed when there is time, the address after them:
   * once the value is in the address, they have it too.
   */
  async settled(value: string) {
    await expect(this.page).toHaveURL((url) => decodeURIComponent(url.hash).includes(value));
  }

  /** A document as Review shows it in plain text: the editor's DOM is virtualised. */
  async documentText(side: string, title: string) {
    await this.page.getByRole("button", { name: "Plain text" }).click();
    await this.page
      .getByRole("tablist", { name: `Documents of ${side}` })
      .getByRole("tab", { name: title })
      .click();
    const text = await this.page
      .getByRole("region", { name: `${side}, ${title}` })
      .locator("pre")
      .textContent();
    return JSON.parse(text ?? "");
  }

  /** The link, once it carries the value that was typed last. */
  async linkFor(side: string, value: string) {
    await this.step("Hand over");
    const box = this.page.getByRole("textbox", { name: `Link for ${side}` });
    await this.settled(value);
    return box.inputValue();
  }

  /** Downloads the zip and answers its files by path below the bundle's own folder. */
  async bundle(): Promise<ReadonlyMap<string, string>> {
    const waiting = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "Download zip" }).click();
    const download = await waiting;
    const { unzipSync, strFromU8 } = await import("fflate");
    const { readFile } = await import("node:fs/promises");
    const files = unzipSync(new Uint8Array(await readFile(await download.path())));
    return new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
  }
}
