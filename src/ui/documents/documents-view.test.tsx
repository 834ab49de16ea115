import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, it } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { type JsonPath, statementPath } from "#core/policy/json-place.ts";
import { storePreference } from "#platform/preference-storage.ts";
import type { Sharing } from "#ui/wizard/sharing-context.tsx";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { DocumentsView } from "./documents-view.tsx";
import { useOpenedDocuments } from "./use-opened-documents.ts";

// Monaco needs a real browser; what it shows is the same sharing.
beforeEach(() => storePreference("document-view", "plain"));

const METHOD = "bucket-policy";

function View() {
  const [opened, setOpened] = useState<Parameters<typeof DocumentsView>[0]["opened"]>({});
  return (
    <DocumentsView opened={opened} onOpen={(side, id) => setOpened({ ...opened, [side]: id })} />
  );
}

function show(draft = exampleDraft(METHOD), overrides: Partial<Sharing> = {}) {
  const method = findMethod(METHOD);
  if (method === undefined) throw new Error("no such method");
  render(
    <TestSharing method={method} draft={draft} overrides={overrides}>
      <View />
    </TestSharing>,
  );
  return userEvent.setup();
}

const owner = () =>
  within(screen.getByRole("region", { name: /^Account A · owner \d|^Account A · owner </ }));
const TITLE = "Bucket policy · acme-share-data";
const textbox = () => owner().getByRole<HTMLTextAreaElement>("textbox");

function edit(change: (text: string) => string) {
  fireEvent.change(textbox(), { target: { value: change(textbox().value) } });
}

it("has a tab for each document of each account", () => {
  show();
  const names = (tabs: readonly HTMLElement[]) => tabs.map((tab) => tab.textContent);
  expect(names(owner().getAllByRole("tab"))).toEqual([TITLE, "Key policy · 1234abcd…"]);
  const consumer = within(screen.getByRole("region", { name: /^Account B · consumer \d/ }));
  expect(names(consumer.getAllByRole("tab"))).toEqual(["Identity policy"]);
});

it("changes the document with the arrow keys on the tabs", async () => {
  const user = show();
  owner().getByRole("tab", { name: TITLE }).focus();
  await user.keyboard("{ArrowRight}");
  expect(owner().getByRole("tab", { name: /^Key policy/ })).toBe(document.activeElement);
  expect(owner().getByText(/everything else that policy says stays/)).toBeDefined();
});

it("tells the size against AWS's limit in words", () => {
  show();
  expect(owner().getByRole("meter").getAttribute("aria-valuetext")).toMatch(
    /^[\d,]+ of 20,480 bytes, fits$/,
  );
});

it("copies the text of the document", async () => {
  const user = show();
  await user.click(owner().getByRole("button", { name: `Copy ${TITLE}` }));
  const copied = await navigator.clipboard.readText();
  expect(JSON.parse(copied)).toMatchObject({ Version: "2012-10-17" });
  expect(owner().getByText(`Copied ${TITLE}`).getAttribute("role")).toBe("status");
});

it("marks an edited document, and copies the edit", async () => {
  const user = show();
  await user.click(owner().getByRole("button", { name: `Edit ${TITLE}` }));
  edit((text) => text.replace("2012-10-17", "2012-10-18"));
  expect(owner().getByRole("tab", { name: `${TITLE} edited` })).toBeDefined();
  expect(owner().getByText(/^Edited by hand: what is changed in the form/)).toBeDefined();
  await user.click(owner().getByRole("button", { name: `Copy ${TITLE}` }));
  expect(await navigator.clipboard.readText()).toContain("2012-10-18");
});

it("compares an edited document with the generated one", async () => {
  const user = show();
  await user.click(owner().getByRole("button", { name: `Edit ${TITLE}` }));
  edit((text) => text.replace("2012-10-17", "2012-10-18"));
  await user.click(owner().getByRole("button", { name: /^Compare/ }));
  expect(owner().getByText(/only in the generated text/).parentElement?.textContent).toContain(
    "2012-10-17",
  );
  expect(owner().getByText(/only in the edited text/).parentElement?.textContent).toContain(
    "2012-10-18",
  );
});

it("resets an edited document and brings the edit back", async () => {
  const user = show();
  await user.click(owner().getByRole("button", { name: `Edit ${TITLE}` }));
  edit((text) => text.replace("2012-10-17", "2012-10-18"));
  await user.click(owner().getByRole("button", { name: /^Reset/ }));
  expect(owner().getByRole("tab", { name: TITLE })).toBeDefined();
  await user.click(owner().getByRole("button", { name: "Bring the edit back" }));
  expect(owner().getByRole("tab", { name: `${TITLE} edited` })).toBeDefined();
});

it("says where an edit is no JSON and refuses to copy it", async () => {
  const user = show();
  await user.click(owner().getByRole("button", { name: `Edit ${TITLE}` }));
  edit((text) => text.replace('"Version":', '"Version"'));
  expect(owner().getAllByText(/Line 2, column/)[0]).toBeDefined();
  const copy = owner().getByRole("button", { name: `Copy ${TITLE}` });
  expect(copy.getAttribute("aria-disabled")).toBe("true");
  await navigator.clipboard.writeText("what was copied before");
  await user.click(copy);
  expect(await navigator.clipboard.readText()).toBe("what was copied before");
});

it("shows documents with missing values but copies, downloads and edits none of them", () => {
  const method = findMethod(METHOD);
  if (method === undefined) throw new Error("no such method");
  show(method.emptyDraft());
  for (const name of [/^Copy/, /^Download/, /^Edit/]) {
    const button = owner().getByRole("button", { name });
    expect(button.getAttribute("aria-disabled")).toBe("true");
  }
  expect(owner().getAllByText("missing:")[0]).toBeDefined();
});

it("lets no selected text out while nothing may be copied", () => {
  const reason = "Confirm both account IDs first.";
  show(exampleDraft(METHOD), { canCopy: { ok: false, reason } });
  const text = owner().getByRole("region", { name: /Bucket policy/ });
  expect(fireEvent.copy(text)).toBe(false);
  expect(owner().getByText(`Not copied. ${reason}`)).toBeDefined();
});

function Revealing(props: { readonly id: string; readonly path: JsonPath }) {
  const { opened, revealed, openTab, reveal } = useOpenedDocuments();
  return (
    <>
      <button type="button" onClick={() => reveal(props.id, props.path)}>
        Show the place
      </button>
      <DocumentsView opened={opened} revealed={revealed} onOpen={openTab} />
    </>
  );
}

function showRevealing(path: JsonPath) {
  const method = findMethod(METHOD);
  const draft = exampleDraft(METHOD);
  const id = method?.prepare(draft).documents.find(({ kind }) => kind === "key-policy")?.id;
  if (method === undefined || id === undefined) throw new Error("no such document");
  render(
    <TestSharing method={method} draft={draft}>
      <Revealing id={id} path={path} />
    </TestSharing>,
  );
  return userEvent.setup();
}

it("brings a place in a document to the front, marks its lines and goes there", async () => {
  const user = showRevealing(statementPath(0, "Effect"));
  await user.click(screen.getByRole("button", { name: "Show the place" }));
  expect(
    owner()
      .getByRole("tab", { name: /^Key policy/ })
      .getAttribute("aria-selected"),
  ).toBe("true");
  const text = owner().getByRole("region", { name: /Key policy/ });
  const marked = [...text.querySelectorAll(".plain-line-revealed")].map((line) => line.textContent);
  expect(marked).toEqual(['      "Effect": "Allow",\n']);
  expect(document.activeElement).toBe(text);
});

it("selects the place in a document that is being edited", async () => {
  const user = showRevealing(statementPath(0));
  await user.click(owner().getByRole("tab", { name: /^Key policy/ }));
  await user.click(owner().getByRole("button", { name: /^Edit Key policy/ }));
  await user.click(screen.getByRole("button", { name: "Show the place" }));
  const { value, selectionStart, selectionEnd } = textbox();
  const selected: unknown = JSON.parse(value.slice(selectionStart, selectionEnd));
  const { Statement } = JSON.parse(value) as { readonly Statement: readonly unknown[] };
  expect(selected).toEqual(Statement[0]);
  expect(document.activeElement).toBe(textbox());
});
