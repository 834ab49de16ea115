import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { storePreference } from "#platform/preference-storage.ts";
import type { Sharing } from "#ui/wizard/sharing-context.tsx";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { ReviewStep } from "./review-step.tsx";

beforeEach(() => storePreference("document-view", "plain"));

const METHOD = "bucket-policy";

function show(draft: Draft, overrides: Partial<Sharing> = {}) {
  const method = findMethod(METHOD);
  if (method === undefined) throw new Error("no such method");
  render(
    <TestSharing method={method} draft={draft} overrides={overrides}>
      <ReviewStep />
    </TestSharing>,
  );
  return userEvent.setup();
}

it("counts the missing values and leads to each of them", async () => {
  const goToField = vi.fn();
  const user = show(exampleDraft(METHOD, { consumer: { account: "", principals: [] } }), {
    goToField,
  });
  expect(screen.getByText("2 values are missing")).toBeDefined();
  await user.click(screen.getByRole("button", { name: /^Account B: Account ID/ }));
  expect(goToField).toHaveBeenCalledWith("consumer.account");
});

it("tells a wrong value from a missing one", () => {
  show(exampleDraft(METHOD, { owner: { account: "1234" }, consumer: { account: "" } }));
  expect(screen.getByText("1 value is missing, 1 needs correction")).toBeDefined();
  expect(screen.getByText("Missing")).toBeDefined();
  expect(screen.getByText("Error")).toBeDefined();
});

it("shows the agreed values under their steps, with the way back to each step", () => {
  show(exampleDraft(METHOD));
  const step = within(screen.getByRole("region", { name: "Account B" }));
  expect(step.getByText("arn:aws:iam::444455556666:role/analytics-app")).toBeDefined();
  expect(step.getByRole("link", { name: "Edit Account B" }).getAttribute("href")).toBe(
    `#/${METHOD}/consumer`,
  );
});

it("brings the documents of an arrow to the front", async () => {
  const user = show(exampleDraft(METHOD));
  const tab = () => screen.getByRole("tab", { name: /^Key policy/ });
  expect(tab().getAttribute("aria-selected")).toBe("false");
  await user.click(screen.getByRole("button", { name: /decrypt/ }));
  expect(tab().getAttribute("aria-selected")).toBe("true");
  expect(document.activeElement).toBe(tab());
});

it("says that a document is too large, and speaks of no placeholders", () => {
  const principals = Array.from(
    { length: 400 },
    (_, index) => `arn:aws:iam::444455556666:role/app-${index}`,
  );
  show(exampleDraft(METHOD, { consumer: { account: "444455556666", principals } }));
  expect(screen.getByText(/documents? cannot be used$/)).toBeDefined();
  expect(screen.queryByText(/placeholders/)).toBeNull();
});
