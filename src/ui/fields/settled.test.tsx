import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { FieldHarness } from "./testing/field-harness.tsx";

function show(only: readonly string[]) {
  const [method] = METHODS;
  if (method === undefined) throw new Error("There is no method.");
  let latest = method.emptyDraft();
  render(
    <FieldHarness
      method={method}
      draft={latest}
      only={only}
      onDraft={(now: Draft) => {
        latest = now;
      }}
    />,
  );
  return { user: userEvent.setup(), draft: () => latest };
}

it("an account ID typed with hyphens becomes its 12 digits once the field is left, and that can be undone", async () => {
  const { user, draft } = show(["owner.account"]);
  const field = screen.getByRole("textbox", { name: /Account ID/ });
  await user.type(field, "0123-4567-8901");
  expect(draft().owner["account"]).toBe("0123-4567-8901");
  await user.tab();
  expect(draft().owner["account"]).toBe("012345678901");
  expect(screen.getByText(/Only the 12 digits are taken: 012345678901\./)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(draft().owner["account"]).toBe("0123-4567-8901");
});

it("an s3:// address typed as a bucket is taken apart once the cell is left", async () => {
  const { user, draft } = show(["owner.locations"]);
  await user.type(screen.getByRole("textbox", { name: "Bucket" }), "s3://acme-share-data/reports/");
  await user.tab();
  expect(draft().owner["locations"]).toMatchObject([
    { bucket: "acme-share-data", prefix: "reports/" },
  ]);
});

it("a text that means nothing beyond its characters stays as it was typed", async () => {
  const { user, draft } = show(["owner.account"]);
  await user.type(screen.getByRole("textbox", { name: /Account ID/ }), "12345");
  await user.tab();
  expect(draft().owner["account"]).toBe("12345");
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});
