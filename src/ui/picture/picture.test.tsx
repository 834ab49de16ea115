import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { findMethod } from "#core/methods/index.ts";
import { ACCOUNT_A, ACCOUNT_B, exampleDraft } from "#core/parameters/running-example.ts";
import { TWO_ACCOUNTS } from "#core/side.ts";
import { Picture } from "./picture.tsx";

const prepared = findMethod("assume-role")?.prepare(
  exampleDraft("assume-role", { settings: { roleName: "AcmeShareReader" } }),
);
if (prepared === undefined) throw new Error("no such method");
const { picture, documents } = prepared;

function show(onOpen: (ids: readonly string[]) => void) {
  render(
    <Picture
      picture={picture}
      documents={documents}
      sides={TWO_ACCOUNTS}
      accounts={{ owner: ACCOUNT_A, consumer: ACCOUNT_B }}
      onOpen={onOpen}
    />,
  );
}

it("is a list of arrows that say who may do what by which documents", () => {
  show(() => {});
  const names = screen
    .getAllByRole("button", { name: /→/ })
    .map((button) => button.getAttribute("aria-label"));
  expect(names).toEqual([
    "role analytics-app → assume → role AcmeShareReader. Open Trust policy · AcmeShareReader (Account A · owner) and Identity policy (Account B · consumer)",
    "role AcmeShareReader → list, read → reports/. Open Role policy · AcmeShareReader (Account A · owner)",
    "role AcmeShareReader → decrypt → key 1234abcd…. Open Role policy · AcmeShareReader (Account A · owner)",
  ]);
});

it("opens an arrow's documents from the keyboard", async () => {
  const onOpen = vi.fn();
  show(onOpen);
  const user = userEvent.setup();
  await user.tab();
  await user.keyboard("{Enter}");
  expect(onOpen).toHaveBeenCalledWith(["trust-policy", "assume-policy"]);
});

it("can be read as sentences", async () => {
  show(() => {});
  const user = userEvent.setup();
  await user.click(screen.getByRole("button", { name: "The picture in words" }));
  expect(screen.getByText("reports/ in acme-share-data")).toBeDefined();
});
