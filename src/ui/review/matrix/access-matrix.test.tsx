import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { statementPath } from "#core/policy/json-place.ts";
import { RevealProvider } from "#ui/documents/reveal.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { AccessMatrix } from "./access-matrix.tsx";

const METHOD = "bucket-policy";

/** Edits the first document, as Monaco would. */
function Edit({ change }: { readonly change: (text: string) => string }) {
  const { documents, editDocument } = useSharing();
  const [first] = documents;
  if (first === undefined) return null;
  const { document, text, generatedText } = first;
  return (
    <>
      <button type="button" onClick={() => editDocument(document.id, change(text))}>
        Edit
      </button>
      <button type="button" onClick={() => editDocument(document.id, generatedText)}>
        Undo
      </button>
    </>
  );
}

function show(options: { change?: (text: string) => string; draft?: Draft } = {}) {
  const { change = (text) => text, draft = exampleDraft(METHOD) } = options;
  const method = findMethod(METHOD);
  if (method === undefined) throw new Error("no such method");
  const reveal = vi.fn();
  render(
    <TestSharing method={method} draft={draft}>
      <RevealProvider value={reveal}>
        <Edit change={change} />
        <AccessMatrix />
      </RevealProvider>
    </TestSharing>,
  );
  return { user: userEvent.setup(), reveal };
}

const data = () => screen.getByRole("grid", { name: "Use the shared data" });
const answers = (row: RegExp) =>
  within(within(data()).getByRole("row", { name: row })).getAllByRole("button");
const summary = () => screen.getByText(/questions?[,.]/);

it("answers every question in symbol and word, and says in a line that all is as agreed", () => {
  show();
  expect(summary().textContent).toMatch(/^✓ \d+ questions, all answered as agreed\.$/);
  expect(answers(/^Read objects/).map((each) => each.textContent)).toEqual([
    "✓ Allowed, as agreed",
    "✕ Denied, as agreed",
    "✕ Denied, as agreed",
    "✕ Denied, as agreed",
  ]);
});

it("follows an edit: the answer turns, says that it is not as agreed, and turns back", async () => {
  const { user } = show({ change: (text) => text.replaceAll("s3:GetObject", "s3:PutObjectAcl") });
  await user.click(screen.getByRole("button", { name: "Edit" }));
  expect(summary().textContent).toMatch(/^! \d+ answers? (is|are) not as agreed, of \d+ questions/);
  expect(answers(/^Read objects/)[0]?.textContent).toBe("✕ Deniednot as agreed");
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(summary().textContent).toMatch(/all answered as agreed/);
});

it("explains an answer and leads to the statement that decides it", async () => {
  const { user, reveal } = show();
  const [first] = answers(/^Read objects/);
  if (first === undefined) throw new Error("no answer");
  await user.click(first);
  expect(first.getAttribute("aria-expanded")).toBe("true");
  expect(screen.getByText("Allowed, as agreed.")).toBeDefined();
  expect(
    screen.getByText(/^s3:GetObject on arn:aws:s3:::acme-share-data\/reports\//),
  ).toBeDefined();
  const shows = screen.getAllByRole("button", { name: /^Show .* in Bucket policy/ });
  await user.click(shows[0] as HTMLElement);
  expect(reveal).toHaveBeenCalledWith("bucket-policy-acme-share-data", statementPath(2));
});

it("says what is missing, and on which side", async () => {
  const { user } = show({ change: (text) => text.replaceAll("s3:GetObject", "s3:PutObjectAcl") });
  await user.click(screen.getByRole("button", { name: "Edit" }));
  await user.click(answers(/^Read objects/)[0] as HTMLElement);
  expect(screen.getByText("Denied, because nothing allows it; it must be allowed.")).toBeDefined();
  expect(
    screen.getByText(
      "Account A's bucket policy does not allow this principal s3:GetObject on this object.",
    ),
  ).toBeDefined();
});

it("says that a text is no JSON, with its place, and what depends on it", async () => {
  const { user } = show({ change: (text) => text.slice(1) });
  await user.click(screen.getByRole("button", { name: "Edit" }));
  expect(screen.getByText(/The document is not JSON\. Line 2, column/)).toBeDefined();
  await user.click(answers(/^Read objects/)[0] as HTMLElement);
  expect(screen.getByText("Counts for nothing")).toBeDefined();
});

it("is one tab stop a table, and the arrow keys move between the answers", async () => {
  const { user } = show();
  const all = within(data()).getAllByRole("button");
  expect(all.filter(({ tabIndex }) => tabIndex === 0)).toEqual([all[0]]);
  all[0]?.focus();
  await user.keyboard("{ArrowDown}{ArrowRight}");
  expect(document.activeElement).toBe(answers(/^Read objects/)[1]);
  await user.keyboard("{Enter}");
  expect(document.activeElement?.getAttribute("aria-expanded")).toBe("true");
  await user.keyboard("{Escape}");
  expect(document.activeElement?.getAttribute("aria-expanded")).toBe("false");
  await user.keyboard("{Control>}{End}{/Control}");
  expect(document.activeElement).toBe(all.at(-1));
});

it("shows a large sharing in pages, and one location of it by itself", async () => {
  const locations = Array.from({ length: 50 }, (_, index) => ({
    bucket: "acme-share-data",
    prefix: `reports/${index}/`,
    access: ["list", "read"],
  }));
  const draft = exampleDraft(METHOD);
  show({ draft: { ...draft, owner: { ...draft.owner, locations } } });
  expect(within(data()).getAllByRole("row")).toHaveLength(25);
  expect(screen.getAllByRole("button", { name: /^Rows, page 2 of/ }).length).toBeGreaterThan(0);
});

it("asks nothing while values are missing", () => {
  show({ draft: exampleDraft(METHOD, { consumer: { account: "", principals: [] } }) });
  expect(screen.getByText(/as soon as nothing is missing/)).toBeDefined();
  expect(screen.queryByRole("grid")).toBeNull();
});

const SCP = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Deny", Action: "s3:GetObject", Resource: "*" }],
});

async function tryOut(user: ReturnType<typeof userEvent.setup>, text: string) {
  const field = screen.getByLabelText("Policy");
  await user.click(field);
  await user.paste(text);
  await user.click(screen.getByRole("button", { name: "See what changes" }));
}

it("tells which answers a pasted SCP would change, and takes it out again", async () => {
  const { user } = show();
  await tryOut(user, SCP);
  expect(screen.getByText("1 answer changes.")).toBeDefined();
  expect(screen.getByText("Allowed → Denied")).toBeDefined();
  expect(summary().textContent).toMatch(/all answered as agreed/);
  await user.click(screen.getByRole("button", { name: /^Remove Service control policy/ }));
  expect(screen.queryByText("1 answer changes.")).toBeNull();
});

it("says that a policy changes nothing", async () => {
  const { user } = show();
  await tryOut(user, SCP.replace("s3:GetObject", "ec2:*"));
  expect(screen.getByText("Nothing changes.")).toBeDefined();
});

it("says where a pasted policy is no JSON, and keeps what was typed", async () => {
  const { user } = show();
  await tryOut(user, '{ "Version": ');
  expect(screen.getByText(/^Line 1, column 1\d: a value is expected here/)).toBeDefined();
  expect((screen.getByLabelText("Policy") as HTMLTextAreaElement).value).toBe('{ "Version": ');
});
