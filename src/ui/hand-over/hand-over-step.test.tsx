import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { storePreference } from "#platform/preference-storage.ts";
import type { Sharing } from "#ui/wizard/sharing-context.tsx";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { HandOverStep } from "./hand-over-step.tsx";

const METHOD = "bucket-policy";

beforeEach(() => storePreference("shell", "bash"));

function show(draft: Draft = exampleDraft(METHOD), overrides: Partial<Sharing> = {}) {
  const method = findMethod(METHOD);
  if (method === undefined) throw new Error("no such method");
  render(
    <TestSharing method={method} draft={draft} overrides={overrides}>
      <HandOverStep />
    </TestSharing>,
  );
  return userEvent.setup();
}

function step(title: string) {
  const item = screen.getByRole("heading", { name: title, level: 4 }).closest("li");
  if (item === null) throw new Error(`no step ${title}`);
  return within(item);
}

function file(name: RegExp) {
  const folder = within(screen.getByRole("list", { name: "account-a" }));
  return folder.getByRole("button", { name });
}

const PUT = "Put the bucket policy on acme-share-data";
const TAB = "button[aria-disabled='true'], button[disabled]";

it("has both accounts' steps in order, each with its number", () => {
  show();
  const plan = screen.getByRole("region", { name: "Steps" });
  const numbers = [...plan.querySelectorAll(".plan-number")].map((number) => number.textContent);
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.map((_, index) => `Step ${index + 1}`));
});

it("says which step of the other account comes first", () => {
  show();
  expect(step(PUT).getByText(/^After/).textContent).toMatch(/^After step \d by account B$/);
});

it("has the undo beside the doing", async () => {
  const user = show();
  expect(step(PUT).getByText(/aws s3api put-bucket-policy/)).toBeDefined();
  await user.click(step(PUT).getByRole("tab", { name: "Undo" }));
  expect(step(PUT).getByText(/aws s3api delete-bucket-policy/)).toBeDefined();
});

it("changes all commands to PowerShell, and remembers it", async () => {
  const user = show();
  const steps = within(screen.getByRole("region", { name: "Steps" }));
  await user.click(steps.getByRole("button", { name: "PowerShell" }));
  expect(step(PUT).getByText(/WriteAllText/)).toBeDefined();
  expect(localStorage.getItem("s3-handshake.prefer.shell")).toBe("powershell");
});

it("copies a command as it is shown", async () => {
  const user = show();
  const check = step("Check that you work in account A");
  await user.click(check.getByRole("button", { name: /^Copy the command/ }));
  expect(await navigator.clipboard.readText()).toBe("aws sts get-caller-identity");
});

it("folds the other account's commands away from whoever opened it as one side", async () => {
  const user = show(exampleDraft(METHOD), { side: "consumer" });
  expect(step(PUT).getByText("Account A does this.")).toBeDefined();
  expect(step(PUT).queryByText(/aws s3api/)).toBeNull();
  await user.click(step(PUT).getByText("Show how"));
  expect(await step(PUT).findByText(/aws s3api put-bucket-policy/)).toBeDefined();
});

it("hands the link back to account A when it was opened as account B", () => {
  show(exampleDraft(METHOD), { side: "consumer" });
  const link = screen.getByRole<HTMLInputElement>("textbox", {
    name: "Link for Account A · owner",
  });
  expect(link.value).toContain("as=owner");
});

it("gives the link out while values are missing, and nothing else", async () => {
  const user = show(exampleDraft(METHOD, { consumer: { account: "", principals: [] } }));
  await user.click(screen.getByRole("button", { name: /^Copy link/ }));
  expect(await navigator.clipboard.readText()).toContain("as=consumer");
  expect(screen.getByText("2 values are missing")).toBeDefined();
  expect(screen.queryByText(/^aws /)).toBeNull();
  expect(screen.queryByRole("button", { name: "Download zip" })).toBeNull();
});

it("copies and downloads nothing before the accounts of a link are confirmed", () => {
  const reason = "Confirm both account IDs first.";
  show(exampleDraft(METHOD), {
    origin: "link",
    canCopy: { ok: false, reason, unconfirmed: reason },
  });
  const buttons = screen.getAllByRole("button", { name: /^(Copy|Download)/ });
  expect(buttons.length).toBeGreaterThan(10);
  expect(buttons.filter((button) => !button.matches(TAB))).toEqual([]);
  const steps = screen.getByRole("region", { name: "Steps" });
  expect(fireEvent.copy(within(steps).getAllByText(/^aws /)[0] ?? steps)).toBe(false);
  expect(within(steps).getByText(`Not copied. ${reason}`)).toBeDefined();
});

it("sends an unfinished sharing of a link on only once its accounts are confirmed", () => {
  show(exampleDraft(METHOD, { consumer: { account: "", principals: [] } }), {
    origin: "link",
    canCopy: {
      ok: false,
      reason: "2 values are missing.",
      unconfirmed: "Confirm both account IDs.",
    },
  });
  expect(screen.getByRole("button", { name: /^Copy link/ }).matches(TAB)).toBe(true);
  expect(screen.getByRole("button", { name: /agreement\.json/ }).matches(TAB)).toBe(true);
});

it("shows the bundle's files before it is saved", async () => {
  const user = show();
  await user.click(file(/^01-bucket-policy/));
  expect(
    screen.getByRole("heading", { name: /01-bucket-policy-acme-share-data.json$/ }),
  ).toBeDefined();
});

it("opens a step's document among the files", async () => {
  const user = show();
  await user.click(step(PUT).getByRole("button", { name: "Bucket policy · acme-share-data" }));
  const heading = screen.getByRole("heading", { name: /01-bucket-policy-acme-share-data.json$/ });
  expect(document.activeElement).toBe(heading);
});

it("marks edited documents among the files and bundles the edit", async () => {
  const method = findMethod(METHOD);
  const document = method?.prepare(exampleDraft(METHOD)).documents[0];
  if (document === undefined) throw new Error("no document");
  const edited = '{"Version":"2012-10-17","Statement":[]}';
  const user = show(exampleDraft(METHOD), { edits: new Map([[document.id, edited]]) });
  await user.click(file(/^01-bucket-policy.* edited/));
  expect(
    screen.getByRole("button", { name: "Copy account-a/01-bucket-policy-acme-share-data.json" }),
  ).toBeDefined();
  await user.click(
    screen.getByRole("button", { name: "Copy account-a/01-bucket-policy-acme-share-data.json" }),
  );
  expect(await navigator.clipboard.readText()).toBe(`${edited}\n`);
});

it("hands out nothing while an edited document is no policy", () => {
  const document = findMethod(METHOD)?.prepare(exampleDraft(METHOD)).documents[0];
  if (document === undefined) throw new Error("no document");
  show(exampleDraft(METHOD), { edits: new Map([[document.id, "{"]]) });
  expect(screen.getByText("An edited document cannot be used")).toBeDefined();
  expect(screen.queryByRole("button", { name: "Download zip" })).toBeNull();
});

it("says which documents were edited by hand, and what AWS refuses of them", () => {
  const refused = {
    Version: "2012-10-17",
    Statement: [
      { Sid: "A", Effect: "Allow", Principal: "*", Action: "s3:ListObjects", Resource: "arn:x" },
    ],
  };
  const edits = new Map([["bucket-policy-acme-share-data", JSON.stringify(refused)]]);
  show(exampleDraft(METHOD), { edits });
  const edited = screen.getByText(/Bucket policy · acme-share-data: what is changed in the form/);
  expect(within(edited).getByRole("link", { name: "Review" })).toBeDefined();
  expect(screen.getByText("AWS refuses these documents as they are")).toBeDefined();
  expect(screen.getByText(/There is no action s3:ListObjects/)).toBeDefined();
  expect(
    screen.getByRole("button", { name: "Download zip" }).getAttribute("aria-disabled"),
  ).not.toBe("true");
});

it("says nothing of documents as they were generated", () => {
  show();
  expect(screen.queryByText(/edited by hand/)).toBe(null);
  expect(screen.queryByText(/AWS refuses these documents/)).toBe(null);
});
