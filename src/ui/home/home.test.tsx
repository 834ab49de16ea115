import { readdirSync, readFileSync } from "node:fs";
import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeAll, expect, it } from "vitest";
import { DropTarget } from "#ui/shell/drop-target.tsx";
import { Home } from "./home.tsx";
import { homeContent } from "./home-content.ts";

const FOLDER = "examples";
const FILES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".json"))
  .map((name) => ({ name, text: readFileSync(`${FOLDER}/${name}`, "utf8") }));
const CONTENT = homeContent(FILES);
const FIRST = CONTENT.examples[0]?.examples[0];

function open() {
  const router = createMemoryRouter([
    {
      path: "/",
      element: (
        <>
          <Home content={CONTENT} />
          <DropTarget />
        </>
      ),
    },
    { path: "/:methodId/:stepId?", element: <h1>Wizard</h1> },
  ]);
  render(<RouterProvider router={router} />);
  return router;
}

// Fetched on demand in the page; here it would take its time inside a test.
beforeAll(async () => {
  await import("#ui/shell/open-sharing.ts");
}, 60_000);

const agreement = () => new File([FILES[0]?.text ?? ""], "agreement.json");

it("leads to the first step of every method", () => {
  open();
  for (const { title, href } of CONTENT.methods) {
    expect(screen.getByRole("link", { name: title }).getAttribute("href")).toBe(href);
    expect(href).toMatch(/^#\/[a-z-]+\/[a-z-]+$/);
  }
});

it("says of every method when to pick it and when not", () => {
  open();
  const tiles = within(screen.getByRole("region", { name: "Choose a method" }));
  expect(tiles.getAllByText("Pick it when")).toHaveLength(CONTENT.methods.length);
  expect(tiles.getAllByText("Avoid it when")).toHaveLength(CONTENT.methods.length);
});

it("lists the usual example of a method before its variants", () => {
  for (const { id, examples } of CONTENT.examples) expect(examples[0]?.id).toBe(id);
});

it("opens an example as an example, at its review", async () => {
  const router = open();
  await userEvent.click(screen.getByRole("link", { name: FIRST?.title ?? "" }));
  await screen.findByRole("heading", { name: "Wizard" });
  expect(router.state.location.pathname).toMatch(/\/review$/);
  expect(router.state.location.state).toMatchObject({ origin: "example", warnings: [] });
});

it("opens a pasted link", async () => {
  const router = open();
  await userEvent.type(
    screen.getByRole("textbox", { name: "Link" }),
    `https://share.example.org/${FIRST?.href.replaceAll("{", "{{").replaceAll("[", "[[")}`,
  );
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  await screen.findByRole("heading", { name: "Wizard" });
  expect(`#${router.state.location.pathname}${router.state.location.search}`).toBe(FIRST?.href);
});

it("says what is missing when the text is no link to a sharing", async () => {
  open();
  await userEvent.type(screen.getByRole("textbox", { name: "Link" }), "https://example.org/");
  await userEvent.click(screen.getByRole("button", { name: "Open" }));
  expect(await screen.findByText(/Paste all of it/)).toBeDefined();
});

it("opens a chosen agreement file with all its values", async () => {
  const router = open();
  await userEvent.upload(screen.getByLabelText("Choose an agreement file"), agreement());
  await screen.findByRole("heading", { name: "Wizard" });
  expect(router.state.location.state).toMatchObject({ origin: "file", draft: { owner: {} } });
});

it("names the file that it cannot open", async () => {
  open();
  await userEvent.upload(
    screen.getByLabelText("Choose an agreement file"),
    new File(["{}"], "package.json", { type: "application/json" }),
  );
  expect(await screen.findByText(/^package\.json: /)).toBeDefined();
});

it("opens a file dropped anywhere", async () => {
  const router = open();
  const dataTransfer = { types: ["Files"], files: [agreement()] };
  fireEvent.dragOver(document.body, { dataTransfer });
  expect(screen.getByText("Drop the agreement file to open it")).toBeDefined();
  fireEvent.drop(document.body, { dataTransfer });
  await screen.findByRole("heading", { name: "Wizard" });
  expect(router.state.location.state).toMatchObject({ origin: "file" });
});

it("tells of a dropped file that is no agreement, until that is dismissed", async () => {
  open();
  const dataTransfer = { types: ["Files"], files: [new File(["x"], "notes.txt")] };
  fireEvent.drop(document.body, { dataTransfer });
  expect(await screen.findByText(/^notes\.txt: /)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/^notes\.txt: /)).toBeNull();
});
