import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { effectiveDocuments } from "#core/policy/edits.ts";
import { withValues } from "#ui/fields/draft-values.ts";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { DocumentsPreview } from "./documents-preview.tsx";
import { changeReport } from "./use-change-report.ts";

const [method] = METHODS as readonly [Method];
const empty = method.emptyDraft();

function withBucket(bucket: string, draft = empty): Draft {
  const row = { bucket, prefix: "reports/", access: ["list", "read"] };
  return withValues(draft, [{ id: "owner.locations", value: [row] }]);
}

function preview(draft: Draft) {
  return (
    <TestSharing method={method} draft={draft}>
      <DocumentsPreview />
    </TestSharing>
  );
}

const box = (name: RegExp) => screen.getByRole("region", { name });

it("shows a document of each account, with what is missing marked in words too", () => {
  render(preview(empty));
  const bucketPolicy = box(/^Account A · owner, Bucket policy/);
  expect(bucketPolicy.textContent).toContain('"Version": "2012-10-17"');
  expect(within(bucketPolicy).getAllByText("missing:").length).toBeGreaterThan(0);
  expect(bucketPolicy.querySelector(".json-missing")?.textContent).toMatch(/<[A-Z_]+>$/);
  expect(box(/^Account B · consumer, Identity policy/)).toBeTruthy();
});

it("marks the lines that the last input changed, and only those", () => {
  const { rerender } = render(preview(withBucket("acme-one")));
  expect(document.querySelector(".preview-changed")).toBeNull();
  rerender(preview(withBucket("acme-two")));
  const changed = [...document.querySelectorAll(".preview-changed")];
  expect(changed.length).toBeGreaterThan(0);
  for (const line of changed) expect(line.textContent).toContain("acme-two");
});

it("keeps unfinished text out of the clipboard and says why", () => {
  render(preview(empty));
  const text = box(/^Account A/).querySelector("pre") as HTMLElement;
  expect(fireEvent.copy(text)).toBe(false);
  expect(screen.getByText(/^Not copied\. Fill in the missing values first\./)).toBeTruthy();
});

it("turns to another document of the same account", async () => {
  const draft = withValues(withBucket("acme-one"), [
    {
      id: "owner.buckets",
      value: [
        {
          bucket: "acme-one",
          encryption: "sse-kms",
          keyArn: "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        },
      ],
    },
  ]);
  render(preview(draft));
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: /^Document of Account A/ }));
  await user.click(screen.getByRole("option", { name: /Key policy/ }));
  expect(box(/^Account A · owner, Key policy/)).toBeTruthy();
});

it("reports changes in one sentence", () => {
  const documents = (draft: Draft) =>
    effectiveDocuments(method.prepare(draft).documents, new Map());
  const before = documents(withBucket("acme-one"));
  expect(changeReport(before, before)).toBe("");
  const wider = withValues(withBucket("acme-one"), [{ id: "guardrails.mfa", value: true }]);
  expect(changeReport(before, documents(wider))).toMatch(
    /^Bucket policy · acme-one: \d+ lines? changed/,
  );
});

it("says of a document that was edited by hand that values do not reach it", () => {
  const [document] = method.prepare(empty).documents;
  const edits = new Map([[document?.id ?? "", '{"Version":"2012-10-17","Statement":[]}']]);
  const shown = (overrides: object) => (
    <TestSharing
      key={JSON.stringify(overrides)}
      method={method}
      draft={empty}
      overrides={overrides}
    >
      <DocumentsPreview />
    </TestSharing>
  );
  const { rerender } = render(shown({}));
  expect(screen.queryByText(/^Edited by hand/)).toBe(null);
  rerender(shown({ edits }));
  expect(screen.getByText(/^Edited by hand: what you enter here does not reach it/)).toBeDefined();
});
