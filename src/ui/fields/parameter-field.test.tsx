import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Draft } from "#core/parameters/parameter.ts";
import { everyControl } from "./testing/every-control.ts";
import { FieldHarness } from "./testing/field-harness.tsx";

function show(names: readonly string[], settings: Draft["settings"] = {}) {
  const empty = everyControl.emptyDraft();
  const draft = { ...empty, settings: { ...empty.settings, ...settings } };
  let latest: Draft = draft;
  render(
    <FieldHarness
      method={everyControl}
      draft={draft}
      only={names.map((name) => `settings.${name}`)}
      onDraft={(now) => {
        latest = now;
      }}
    />,
  );
  return { user: userEvent.setup(), value: (name: string) => latest.settings[name] };
}

const row = (number: number) => within(screen.getByRole("group", { name: `row ${number}` }));

describe("a text field", () => {
  it("has label, help and example tied to it", () => {
    show(["name"]);
    const input = screen.getByRole("textbox", { name: "Name" });
    const described = (input.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.textContent);
    expect(described).toContain("Help for Name.");
    expect(described).toContain("Example: sample-1");
  });

  it("tells its error on leaving it, not before, and while it is mended", async () => {
    const { user } = show(["name"]);
    const input = screen.getByRole("textbox", { name: "Name" });
    await user.click(input);
    expect(screen.queryByText("Enter the Name.")).toBeNull();
    await user.tab();
    expect(screen.getByText("Enter the Name.")).toBeTruthy();
    expect(input.getAttribute("aria-invalid")).toBe("true");
    await user.type(input, "x");
    expect(screen.queryByText("Enter the Name.")).toBeNull();
  });

  it("says where the value is found, once that is asked for", async () => {
    const { user } = show(["name"]);
    const summary = screen.getByText("Where do I find this?");
    expect(screen.queryByText("aws iam list-names")).toBeNull();
    await user.click(summary);
    expect(screen.getByText("aws iam list-names")).toBeTruthy();
    expect(screen.getByText("Ask the one who knows.")).toBeTruthy();
    expect(screen.getByRole("link", { name: /Names/ }).getAttribute("href")).toBe(
      "https://console.example/names",
    );
  });
});

describe("a field of each other kind", () => {
  it("offers suggestions and takes other text", async () => {
    const { user, value } = show(["place"]);
    await user.type(screen.getByRole("combobox", { name: "Place" }), "mars-1");
    expect(value("place")).toBe("mars-1");
  });

  it("chooses one of a few", async () => {
    const { user, value } = show(["pick"]);
    await user.click(screen.getByRole("radio", { name: /Second/ }));
    expect(value("pick")).toBe("two");
  });

  it("chooses any of a few, in their order", async () => {
    const { user, value } = show(["levels"]);
    const levels = within(screen.getByRole("group", { name: "Levels" }));
    await user.click(levels.getByRole("checkbox", { name: /Third/ }));
    await user.click(levels.getByRole("checkbox", { name: /Second/ }));
    expect(value("levels")).toEqual(["one", "two", "three"]);
    await user.click(levels.getByRole("checkbox", { name: /First/ }));
    expect(value("levels")).toEqual(["two", "three"]);
  });

  it("switches", async () => {
    const { user, value } = show(["flag"]);
    await user.click(screen.getByRole("checkbox", { name: "Flag" }));
    expect(value("flag")).toBe(true);
  });

  it("takes a date as text", async () => {
    const { user, value } = show(["day"]);
    await user.type(screen.getByRole("textbox", { name: "Day" }), "2027-01-31");
    expect(value("day")).toBe("2027-01-31");
  });
});

describe("a list", () => {
  it("shows an empty first item, adds, and puts the focus into the new one", async () => {
    const { user, value } = show(["items"]);
    await user.type(screen.getByRole("textbox", { name: "item 1" }), "a");
    await user.click(screen.getByRole("button", { name: "Add item" }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "item 2" }));
    await user.keyboard("b");
    expect(value("items")).toEqual(["a", "b"]);
  });

  it("goes on to the next item with Enter", async () => {
    const { user, value } = show(["items"]);
    await user.type(screen.getByRole("textbox", { name: "item 1" }), "a{Enter}b");
    expect(value("items")).toEqual(["a", "b"]);
  });

  it("removes with undo, says so, and keeps the focus in the list", async () => {
    const { user, value } = show(["items"], { items: ["a", "b", "c"] });
    await user.click(screen.getByRole("button", { name: "Remove item 2, b" }));
    expect(value("items")).toEqual(["a", "c"]);
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "item 2" }));
    expect(screen.getByText("Removed b.").closest("[role=status]")).not.toBeNull();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(value("items")).toEqual(["a", "b", "c"]);
  });

  it("no longer offers to undo what has been typed over", async () => {
    const { user } = show(["items"], { items: ["a", "b"] });
    await user.click(screen.getByRole("button", { name: "Remove item 2, b" }));
    await user.type(screen.getByRole("textbox", { name: "item 1" }), "x");
    expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
  });

  it("takes many pasted lines at once, each once", async () => {
    const { user, value } = show(["items"], { items: ["a"] });
    await user.click(screen.getByRole("textbox", { name: "item 1" }));
    await user.paste("b\nc\n\na\n");
    expect(value("items")).toEqual(["a", "b", "c"]);
    expect(screen.getByText("Added 2 items. 1 item stood there already.")).toBeTruthy();
  });

  it("has a box to paste many into", async () => {
    const { user, value } = show(["items"]);
    const items = within(screen.getByRole("group", { name: "Items" }));
    await user.click(items.getByRole("button", { name: "Paste many" }));
    await user.type(
      screen.getByRole("textbox", { name: "Many items, one on each line" }),
      "x{Enter}y",
    );
    await user.click(screen.getByRole("button", { name: "Add 2 items" }));
    expect(value("items")).toEqual(["x", "y"]);
    expect(document.activeElement).toBe(items.getByRole("button", { name: "Paste many" }));
  });

  it("shows two hundred items a page at a time", () => {
    show(["items"], { items: Array.from({ length: 200 }, (_, index) => `item-${index}`) });
    expect(screen.getAllByRole("textbox", { name: /^item \d+$/ })).toHaveLength(20);
    expect(screen.getByText("1–20 of 200")).toBeTruthy();
  });

  it("tells an error at the item it is about", async () => {
    const { user } = show(["items"], { items: ["a", ""] });
    const second = screen.getByRole("textbox", { name: "item 2" });
    await user.type(second, "bad");
    await user.tab();
    expect(second.getAttribute("aria-invalid")).toBe("true");
    const message = document.getElementById(second.getAttribute("aria-describedby") ?? "");
    expect(message?.textContent).toContain("Not this one.");
  });
});

describe("rows", () => {
  it("edit one cell of one row", async () => {
    const { user, value } = show(["rows"], { rows: [{ bucket: "one", levels: ["one"] }] });
    await user.click(screen.getByRole("button", { name: "Add row" }));
    await user.keyboard("two");
    await user.click(row(2).getByRole("checkbox", { name: "Second" }));
    expect(value("rows")).toEqual([
      { bucket: "one", levels: ["one"] },
      { bucket: "two", levels: ["one", "two"] },
    ]);
  });

  it("make pasted lines rows; what is no row stays text to be mended", async () => {
    const { user, value } = show(["rows"]);
    await user.click(row(1).getByRole("textbox", { name: "Bucket" }));
    await user.paste("s3://alpha\nwhat?");
    expect(value("rows")).toEqual([
      { bucket: "alpha", levels: ["two"] },
      { bucket: "what?", levels: ["one"] },
    ]);
  });
});

describe("rows that follow other values", () => {
  const card = (key: string) => within(screen.getByRole("group", { name: `bucket ${key}` }));

  it("appear for each key, show what applies, and are written only when something is said", async () => {
    const { user, value } = show(["rows", "each"], {
      rows: [{ bucket: "alpha", levels: ["one"] }],
    });
    expect(card("alpha").queryByRole("textbox")).toBeNull();
    expect(value("each")).toEqual([]);
    await user.click(card("alpha").getByRole("checkbox", { name: /Secret/ }));
    await user.type(card("alpha").getByRole("textbox", { name: "Key" }), "k");
    expect(value("each")).toEqual([{ bucket: "alpha", secret: true, key: "k" }]);
  });

  it("keep what was said while the key's spelling is corrected", async () => {
    const { user, value } = show(["rows", "each"], {
      rows: [{ bucket: "alpha", levels: ["one"] }],
      each: [{ bucket: "alpha", secret: true, key: "k" }],
    });
    const bucket = row(1).getByRole("textbox", { name: "Bucket" });
    await user.clear(bucket);
    expect(value("each")).toEqual([]);
    await user.type(bucket, "beta");
    expect(value("each")).toEqual([{ bucket: "beta", secret: true, key: "k" }]);
  });

  it("go with their key, and come back with it", async () => {
    const { user, value } = show(["rows", "each"], {
      rows: [
        { bucket: "alpha", levels: ["one"] },
        { bucket: "beta", levels: ["one"] },
      ],
      each: [{ bucket: "alpha", secret: true, key: "k" }],
    });
    await user.click(screen.getByRole("button", { name: "Remove row 1, alpha" }));
    expect(value("each")).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(value("each")).toEqual([{ bucket: "alpha", secret: true, key: "k" }]);
  });
});
