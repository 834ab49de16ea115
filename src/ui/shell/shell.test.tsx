import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, Link, RouterProvider } from "react-router";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { NotFound } from "./not-found.tsx";
import { RouteError } from "./route-error.tsx";
import { Shell } from "./shell.tsx";
import { useTitle } from "./use-title.ts";

function First() {
  useTitle();
  return (
    <>
      <h1>First</h1>
      <Link to="/second/a">To the second</Link>
    </>
  );
}

function Second() {
  useTitle("Owner", "Second");
  return (
    <>
      <h1>Second</h1>
      <Link to="/second/b">Next step</Link>
    </>
  );
}

function Faulty(): never {
  throw new Error("a fault");
}

function NotFetched(): never {
  throw new TypeError("Failed to fetch dynamically imported module: https://example.org/x.js");
}

function open(address = "/") {
  const router = createMemoryRouter(
    [
      {
        element: <Shell />,
        children: [
          {
            errorElement: <RouteError />,
            children: [
              { index: true, element: <First /> },
              { path: "second/:step", element: <Second /> },
              { path: "faulty", element: <Faulty /> },
              { path: "not-fetched", element: <NotFetched /> },
              { path: "*", element: <NotFound /> },
            ],
          },
        ],
      },
    ],
    { initialEntries: [address] },
  );
  render(<RouterProvider router={router} />);
  return router;
}

/** React reports what a route's error element has caught. */
function expectConsoleErrors(): void {
  vi.spyOn(globalThis.console, "error").mockImplementation(() => {});
}

beforeAll(async () => {
  // Fetched on demand in the page; here it would take its time inside a test.
  await import("./open-sharing.ts");
  vi.stubGlobal("matchMedia", () => Object.assign(new EventTarget(), { matches: false }));
  vi.stubGlobal("scrollTo", () => {});
});
beforeEach(() => {
  document.title = "";
});

it("leaves the focus alone on arrival", () => {
  open();
  expect(document.activeElement).toBe(document.body);
  expect(document.title).toBe("S3 Handshake");
});

it("moves the focus to the heading of another screen and names it in the title", async () => {
  open();
  await userEvent.click(screen.getByRole("link", { name: "To the second" }));
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1, name: "Second" }));
  expect(document.title).toBe("Owner · Second · S3 Handshake");
});

it("leaves the focus to the screen when only its step changes", async () => {
  open("/second/a");
  const link = screen.getByRole("link", { name: "Next step" });
  await userEvent.click(link);
  expect(document.activeElement).toBe(link);
});

it("has a skip link first, one main landmark and a way home", () => {
  open();
  expect(screen.getAllByRole("link")[0]?.textContent).toBe("Skip to the main content");
  expect(screen.getAllByRole("main")).toHaveLength(1);
  expect(screen.getByRole("link", { name: "S3 Handshake" }).getAttribute("href")).toBe("#/");
});

it("keeps the header when a screen stops working, and says what is kept", () => {
  expectConsoleErrors();
  open("/faulty");
  expect(screen.getByRole("heading", { name: "This screen stopped working" })).toBeDefined();
  expect(screen.getByText(/they are in the address and are kept/)).toBeDefined();
  expect(screen.getByRole("banner")).toBeDefined();
});

it("tells a screen that was not fetched from a fault", () => {
  expectConsoleErrors();
  open("/not-fetched");
  expect(
    screen.getByRole("heading", { name: "This part of the page could not be loaded" }),
  ).toBeDefined();
});

it("tells what was put right in a link, until it is dismissed", async () => {
  const router = open();
  await act(() => router.navigate("/second/a", { state: { mended: ["“%23” was read as “#”."] } }));
  await act(() => router.navigate("/second/b", { state: null }));
  expect(screen.getByText(/“%23” was read as “#”/)).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "Dismiss" }));
  expect(screen.queryByText(/was read as/)).toBeNull();
});

it("says so when there is no such page", async () => {
  open("/some/where/else");
  expect(await screen.findByRole("heading", { name: "There is no such page" })).toBeDefined();
});
