import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { SESSION_SECRET } from "./sts-stub.ts";
import { CALLER, PASTED, test } from "./sts-test.ts";
import { expect, type Page } from "./test.ts";
import { EXAMPLE } from "./wizard.ts";

// One after the other: they share one STS, and one build of the page.
test.describe.configure({ mode: "default" });

const ROLE = `arn:aws:iam::${CALLER.account}:role/analytics-app`;
const FAILED_REQUEST = /Failed to load resource/;
const denied = (code: string, message: string) =>
  ({ kind: "error", status: 403, code, message }) as const;

async function expectNoSecrets(kept: string) {
  for (const secret of [CALLER.accessKeyId, CALLER.secret, CALLER.token, SESSION_SECRET]) {
    expect(kept.includes(secret), "a secret is kept").toBe(false);
    expect(kept.includes(encodeURIComponent(secret)), "a secret is kept").toBe(false);
  }
}

test("nothing is asked before somebody asks", async ({ wizard, panel, page, sts }) => {
  await wizard.startFromHome("Assume role");
  await panel.open();
  await expect(panel.box).toBeVisible();
  await panel.box.fill(PASTED);
  await expect(page.getByText("Temporary credentials, complete.")).toBeVisible();
  await wizard.next();
  expect(sts.requests).toEqual([]);
});

test("fills account B and its principal from what STS says @any-sts", async ({
  wizard,
  panel,
  page,
}) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  await wizard.step("Account B");
  await panel.open();
  await panel.ask();
  await expect(panel.answer).toContainText(CALLER.arn);
  await expect(panel.answer).toContainText(CALLER.account);
  await expect(panel.answer).toBeFocused();
  await expect(panel.box).toHaveValue("");
  await panel.answer.getByRole("button", { name: "Fill in" }).click();
  await expect(wizard.field("Account ID of account B")).toHaveValue(CALLER.account);
  await expectNoSecrets(`${await panel.everythingKept()}\n${said.join("\n")}`);
  const link = await wizard.linkFor("Account B · consumer", CALLER.account);
  await expectNoSecrets(`${link}\n${await panel.everythingKept()}`);
});

test("shows what it fills in, with the lost path, and takes it back", async ({
  wizard,
  panel,
  page,
  sts,
}) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.fillOwner();
  await wizard.step("Account B");
  await panel.open();
  await panel.ask();
  await expect(panel.answer).toContainText("does not contain the role's path");
  await panel.answer.getByRole("button", { name: "Fill in" }).click();
  await expect(page.getByRole("textbox", { name: "principal 1" })).toHaveValue(ROLE);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(wizard.field("Account ID of account B")).toHaveValue("");

  const [request] = sts.requests;
  expect(request?.headers["authorization"]).toContain(
    `AWS4-HMAC-SHA256 Credential=${CALLER.accessKeyId}/`,
  );
  expect(request?.headers["authorization"]).toContain("/eu-west-1/sts/aws4_request");
  expect(request?.headers["x-amz-security-token"]).toBe(CALLER.token);
  expect(request?.headers["referer"]).toBeUndefined();
  expect(request?.headers["cookie"]).toBeUndefined();
  expect(JSON.stringify(sts.requests).includes(CALLER.secret), "the secret is sent").toBe(false);
});

test("tells account B's credentials at account A", async ({ wizard, panel, page }) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.step("Account B");
  await wizard.fillConsumer();
  await wizard.step("Account A");
  await panel.open();
  await panel.ask();
  await expect(panel.answer).toContainText(
    `These are account B's credentials: ${EXAMPLE.consumer}`,
  );
  await expect(page.getByRole("button", { name: "Fill in" })).toHaveCount(0);
  await expect(wizard.field("Account ID of account A")).toHaveValue("");
});

test("a broken paste is told by its line and sends nothing", async ({
  wizard,
  panel,
  page,
  sts,
}) => {
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.ask(PASTED.replace(CALLER.secret, CALLER.secret.slice(0, 20)));
  await expect(
    page.getByText("On line 2 the secret access key has 20 characters of 40"),
  ).toBeVisible();
  await panel.ask(PASTED.replace(/\n.*TOKEN.*$/, ""));
  await expect(page.getByText("The session token is missing")).toBeVisible();
  await panel.box.fill(
    `AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=${CALLER.secret}`,
  );
  await expect(page.getByText("A long-term key (AKIA…)")).toBeVisible();
  expect(sts.requests).toEqual([]);
});

test("closing the panel empties the box", async ({ wizard, panel }) => {
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.box.fill(PASTED);
  await panel.open();
  await expect(panel.box).toHaveCount(0);
  await panel.open();
  await expect(panel.box).toHaveValue("");
  await expectNoSecrets(await panel.everythingKept());
});

test("a page that is left and come back to has an empty box", async ({
  wizard,
  panel,
  page,
  site,
}) => {
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.box.fill(PASTED);
  await page.goto(`${site}404.html`);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Bucket policy" })).toBeVisible();
  await expectNoSecrets(await panel.everythingKept());
});

test("says that credentials have ended", async ({ wizard, panel, sts, watch }) => {
  watch.expected.push(FAILED_REQUEST);
  sts.answers.set(
    "GetCallerIdentity",
    denied("ExpiredToken", "The security token included in the request is expired"),
  );
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.ask();
  await expect(panel.answer).toContainText("The credentials have ended.");
  await expectNoSecrets(await panel.everythingKept());
});

test("keeps to itself what AWS repeats of a request", async ({ wizard, panel, sts, watch }) => {
  watch.expected.push(FAILED_REQUEST);
  const canonical = `The Canonical String should have been x-amz-security-token:${CALLER.token} ${CALLER.secret}`;
  sts.answers.set("GetCallerIdentity", denied("SignatureDoesNotMatch", canonical));
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.ask();
  await expect(panel.answer).toContainText(
    "The secret access key is not the one of this access key.",
  );
  sts.answers.set("GetCallerIdentity", denied("AccessDenied", canonical));
  await panel.ask();
  await expect(panel.answer).toContainText("AWS says: The Canonical String");
  await expectNoSecrets(await panel.everythingKept());
});

test("a slow answer is told, and can be cancelled", async ({ wizard, panel, page, sts }) => {
  sts.answers.set("GetCallerIdentity", { kind: "silence" });
  await page.clock.install();
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.ask();
  await expect.poll(() => sts.requests.length).toBe(1);
  await page.clock.fastForward("00:06");
  await expect(page.getByText(/Still waiting for https:\/\/sts\./)).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByText("Cancelled. Nothing was changed.")).toBeVisible();
  expect(sts.requests).toHaveLength(1);
  await expectNoSecrets(await panel.everythingKept());
});

test("gives up on silence by itself", async ({ wizard, panel, page, sts }) => {
  sts.answers.set("GetCallerIdentity", { kind: "silence" });
  await page.clock.install();
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.ask();
  await expect.poll(() => sts.requests.length).toBe(1);
  await page.clock.fastForward("01:00");
  await expect(panel.answer).toContainText("did not answer in time");
});

test("offline and unreachable each have their words, and tries are few", async ({
  wizard,
  panel,
  page,
  endpoint,
  sts,
  watch,
  context,
}) => {
  watch.expected.push(FAILED_REQUEST);
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  sts.answers.set("GetCallerIdentity", { kind: "hang-up" });
  await panel.ask();
  await expect(panel.answer).toContainText("could not be reached.");
  expect(sent).toEqual([`${endpoint}/`, `${endpoint}/`]);
  await context.setOffline(true);
  await panel.ask();
  await expect(panel.answer).toContainText("This browser is offline.");
  await context.setOffline(false);
});

test("a host's own Content-Security-Policy is named as what is in the way", async ({
  wizard,
  panel,
  page,
  site,
  endpoint,
  watch,
}) => {
  watch.expected.push(/Content Security Policy|CSP violation|Failed to load resource|Fetch API/);
  await page.route(site, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({
      response,
      body: text.replace(`connect-src ${endpoint}`, "connect-src 'none'"),
    });
  });
  await wizard.startFromHome("Bucket policy");
  await panel.open();
  await panel.ask();
  await expect(panel.answer).toContainText("This page is not allowed to reach");
});

test.describe("the handshake", () => {
  const SHARED = `arn:aws:iam::${EXAMPLE.owner}:role/AcmeShareReader`;

  async function fill(
    page: Page,
    wizard: {
      fillExample: (method: string) => Promise<void>;
      step: (name: string) => Promise<void>;
      fill: (label: string, value: string) => Promise<void>;
    },
  ) {
    await wizard.fillExample("Assume role");
    await wizard.step("Account B");
    await wizard.fill("External ID", "acme-7f3c9b52");
    await wizard.step("Hand over");
    await expect(page.getByRole("heading", { name: "Test the handshake" })).toBeVisible();
  }

  test("succeeds next to what the documents say, and throws the session away", async ({
    wizard,
    panel,
    page,
    sts,
  }) => {
    sts.answers.set("AssumeRole", {
      kind: "session",
      arn: `arn:aws:sts::${EXAMPLE.owner}:assumed-role/AcmeShareReader/s3-handshake-test`,
    });
    await fill(page, wizard);
    await panel.openTest();
    await panel.ask();
    await expect(panel.answer).toContainText("The handshake holds");
    await expect(panel.answer).toContainText("s3-handshake-test");
    await expect(panel.answer).toContainText("2030-01-31 12:34 UTC");
    await expect(panel.answer).toContainText("The documents say: allowed");
    expect(sts.requests.map(({ action }) => action)).toEqual(["GetCallerIdentity", "AssumeRole"]);
    expect(sts.requests[1]?.parameters).toMatchObject({
      RoleArn: SHARED,
      ExternalId: "acme-7f3c9b52",
      RoleSessionName: "s3-handshake-test",
      DurationSeconds: "900",
    });
    await expectNoSecrets(await panel.everythingKept());
  });

  test("holds for whoever STS says is calling @any-sts", async ({ wizard, panel, page, sts }) => {
    const arn = `arn:aws:sts::${EXAMPLE.owner}:assumed-role/AcmeShareReader/s3-handshake-test`;
    sts.answers.set("AssumeRole", { kind: "session", arn });
    await wizard.fillExample("Assume role");
    await wizard.step("Account B");
    await wizard.fill("Account ID of account B", CALLER.account);
    const principal = CALLER.arn.includes(":assumed-role/") ? ROLE : CALLER.arn;
    await page.getByRole("textbox", { name: "principal 1" }).fill(principal);
    await wizard.step("Hand over");
    await panel.openTest();
    await panel.ask();
    await expect(panel.answer).toContainText("The handshake holds");
    await expect(panel.answer).toContainText("s3-handshake-test");
    await expect(panel.answer).toContainText("The documents say: allowed");
    await expectNoSecrets(await panel.everythingKept());
  });

  test("explains a refusal by its causes, next to what the documents say", async ({
    wizard,
    panel,
    page,
    sts,
    watch,
  }) => {
    watch.expected.push(FAILED_REQUEST);
    const words = `User: ${CALLER.arn} is not authorized to perform: sts:AssumeRole on resource: ${SHARED}`;
    sts.answers.set("AssumeRole", denied("AccessDenied", words));
    await fill(page, wizard);
    await panel.openTest();
    await panel.ask();
    await expect(panel.answer).toContainText("AWS denied AssumeRole.");
    for (const cause of [
      "Trust policy, account A",
      "Identity policy, account B",
      "acme-7f3c9b52 was sent",
    ]) {
      await expect(panel.answer).toContainText(cause);
    }
    await expect(panel.answer).toContainText(`AWS says: ${words}`);
    await expect(panel.answer).toContainText("The documents say: allowed");
    await expect(panel.answer).toContainText("what stands in AWS is not what this page shows");
  });

  test("tells a caller that the agreement does not name", async ({
    wizard,
    panel,
    page,
    sts,
    watch,
  }) => {
    watch.expected.push(FAILED_REQUEST);
    const arn = `arn:aws:sts::${EXAMPLE.consumer}:assumed-role/admin/alice`;
    sts.answers.set("GetCallerIdentity", { kind: "identity", account: EXAMPLE.consumer, arn });
    sts.answers.set("AssumeRole", denied("AccessDenied", "not authorized"));
    await fill(page, wizard);
    await panel.openTest();
    await panel.ask();
    await expect(panel.answer).toContainText("none of the agreement's principals");
    await expect(panel.answer).toContainText("The documents say: denied");
  });

  test("does not ask for the role with account A's credentials", async ({
    wizard,
    panel,
    page,
    sts,
  }) => {
    const arn = `arn:aws:iam::${EXAMPLE.owner}:user/admin`;
    sts.answers.set("GetCallerIdentity", { kind: "identity", account: EXAMPLE.owner, arn });
    await fill(page, wizard);
    await panel.openTest();
    await panel.ask();
    await expect(panel.answer).toContainText("These are account A's credentials");
    expect(sts.requests.map(({ action }) => action)).toEqual(["GetCallerIdentity"]);
  });
});

test("works with the keyboard alone", async ({ wizard, panel, page }) => {
  await wizard.startFromHome("Bucket policy");
  await wizard.field("Account ID of account A").focus();
  const summary = page.getByText("Fill from my credentials (optional)");
  for (let presses = 0; presses < 6; presses += 1) {
    if (await summary.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(panel.box).toBeVisible();
  for (let presses = 0; presses < 6; presses += 1) {
    if (await panel.box.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(panel.box).toBeFocused();
  await page.keyboard.insertText(PASTED);
  const ask = page.getByRole("button", { name: "Ask who I am" });
  for (let presses = 0; presses < 6; presses += 1) {
    if (await ask.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(panel.answer).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(wizard.field("Account ID of account A")).toHaveValue(CALLER.account);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing, and nothing overflows at 390 px", async ({
      wizard,
      panel,
      page,
      sts,
      watch,
    }) => {
      watch.expected.push(FAILED_REQUEST);
      const axe = await readFile(
        createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
        "utf8",
      );
      const violations = async () => {
        await page.evaluate(axe);
        return page.evaluate(async () => {
          const { axe } = window as unknown as { axe: typeof import("axe-core") };
          const { violations } = await axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
          });
          return violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join("\n")}`,
          );
        });
      };
      await wizard.fillExample("Assume role");
      const overflow = async () => {
        await page.setViewportSize({ width: 390, height: 844 });
        const pixels = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        await page.setViewportSize({ width: 1440, height: 900 });
        return pixels;
      };
      await wizard.step("Account B");
      await panel.open();
      await panel.box.fill("what?");
      expect(await violations(), "a broken paste").toEqual([]);
      await panel.ask();
      await expect(panel.answer).toBeVisible();
      expect(await violations(), "an identity").toEqual([]);
      expect(await overflow(), "an identity").toBeLessThanOrEqual(0);
      sts.answers.set("AssumeRole", denied("AccessDenied", "not authorized"));
      await wizard.step("Hand over");
      await panel.openTest();
      await panel.ask();
      await expect(panel.answer).toBeVisible();
      expect(await violations(), "a refusal").toEqual([]);
      expect(await overflow(), "a refusal").toBeLessThanOrEqual(0);
    });
  });
}
