import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { storePreference } from "#platform/preference-storage.ts";
import { ReviewStep } from "#ui/review/review-step.tsx";
import type { Sharing } from "#ui/wizard/sharing-context.tsx";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";

beforeEach(() => storePreference("document-view", "plain"));

const METHOD = "bucket-policy";

function show(draft: Parameters<typeof exampleDraft>[1] = {}, overrides: Partial<Sharing> = {}) {
  const method = findMethod(METHOD);
  if (method === undefined) throw new Error("no such method");
  render(
    <TestSharing method={method} draft={exampleDraft(METHOD, draft)} overrides={overrides}>
      <ReviewStep />
    </TestSharing>,
  );
  return userEvent.setup();
}

const section = () => within(screen.getByRole("region", { name: "Findings" }));
const editor = () => screen.getByRole("textbox", { name: /Bucket policy · acme-share-data/ });

/** Types into the bucket policy, in plain text. */
async function edit(user: ReturnType<typeof userEvent.setup>, change: (text: string) => string) {
  if (screen.queryByRole("button", { name: "Edit Bucket policy · acme-share-data" }) !== null) {
    await user.click(screen.getByRole("button", { name: "Edit Bucket policy · acme-share-data" }));
  }
  const box = editor() as HTMLTextAreaElement;
  fireEvent.change(box, { target: { value: change(box.value) } });
}

it("says of what was generated that there is nothing", () => {
  show();
  expect(section().getAllByText("Nothing.")).toHaveLength(2);
});

it("follows each edit, with the reason and AWS's page, and announces it", async () => {
  const user = show();
  await edit(user, (text) => text.replace('"s3:GetObject"', '"s3:ListObjects"'));
  expect(
    section().getByText("There is no action s3:ListObjects. Use s3:ListBucket."),
  ).toBeDefined();
  expect(
    section()
      .getByRole("link", { name: /no action s3:ListObjects/ })
      .getAttribute("href"),
  ).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
  expect(
    section()
      .getByText(/^Findings: 1 refused by AWS/)
      .getAttribute("role"),
  ).toBe("status");
  await edit(user, (text) => text.replace('"s3:ListObjects"', '"s3:GetObject"'));
  expect(section().queryByText(/There is no action/)).toBeNull();
});

it("fixes with one click, into the text that is being edited, and takes it back", async () => {
  const user = show();
  await edit(user, (text) => text.replace('"2012-10-17"', '"2008-10-17"'));
  await user.click(section().getByRole("button", { name: /^Fix: Set 2012-10-17/ }));
  expect(section().queryByText(/which AWS reads by its old rules/)).toBeNull();
  expect((editor() as HTMLTextAreaElement).value).toContain('"2012-10-17"');
  const undo = section().getByRole("button", { name: "Undo: Set 2012-10-17" });
  expect(document.activeElement).toBe(undo);
  await user.click(undo);
  expect((editor() as HTMLTextAreaElement).value).toContain('"2008-10-17"');
  expect(section().getByText(/which AWS reads by its old rules/)).toBeDefined();
});

it("leads to the place in the document", async () => {
  const user = show();
  await edit(user, (text) => text.replace('"s3:GetObject"', '"s3:Fetch"'));
  await user.click(section().getByRole("button", { name: /^Show Bucket policy/ }));
  const box = editor() as HTMLTextAreaElement;
  expect(document.activeElement).toBe(box);
  expect(box.value.slice(box.selectionStart, box.selectionEnd)).toBe('"s3:Fetch"');
});

it("says once that a text is no policy document", async () => {
  const user = show();
  await edit(user, () => "{");
  expect(section().getByText(/is left out: its text is no policy document/)).toBeDefined();
  expect(section().getAllByText("Nothing.")).toHaveLength(2);
});

it("leads to the field that causes it", async () => {
  const goToField = vi.fn();
  const user = show({ guardrails: { validUntil: "2020-01-31" } }, { goToField });
  await user.click(section().getByRole("button", { name: /Valid until/ }));
  expect(goToField).toHaveBeenCalledWith("guardrails.validUntil");
});
