import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { act, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { linkFragment, openLink } from "#core/link/link.ts";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { withValues } from "#ui/fields/draft-values.ts";
import { AppRouter } from "#ui/shell/app-router.ts";
import { Component } from "./wizard-route.tsx";

// What is fetched ahead for Review is no part of these screens.
vi.mock("./use-review-ahead.ts", () => ({ useReviewAhead: () => {} }));

// A slow machine is no fault.
configure({ asyncUtilTimeout: 30_000 });

const [method, other] = METHODS as readonly [Method, Method];
const LINKED = withValues(method.emptyDraft(), [
  { id: "owner.account", value: "111122223333" },
  { id: "owner.region", value: "eu-west-1" },
  {
    id: "owner.locations",
    value: [{ bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] }],
  },
]);
const OWNER = "Account ID of account A";
const CONSUMER = "Account ID of account B";

function open(...addresses: string[]) {
  const router = createMemoryRouter([{ path: "/:methodId/:stepId?", Component }], {
    initialEntries: addresses,
  });
  const { unmount } = render(
    <I18nProvider locale="en" messages={[messages]}>
      <AppRouter value={router}>
        <RouterProvider router={router} />
      </AppRouter>
    </I18nProvider>,
  );
  const address = () => router.state.location.pathname + router.state.location.search;
  return { router, address, unmount, user: userEvent.setup() };
}

const textbox = (name: string) => screen.getByRole("textbox", { name }) as HTMLInputElement;
const step = (name: string) => screen.getByRole("heading", { level: 2, name });

beforeEach(() => sessionStorage.clear());

describe("the steps", () => {
  it("begin at the first one, and go on with its errors told and linked", async () => {
    const { user, address } = open(`/${method.id}`);
    expect(address()).toBe(`/${method.id}/${method.steps[0]?.id}`);
    await user.click(screen.getByRole("button", { name: /^Next/ }));
    const links = screen.getAllByRole("button", { name: OWNER });
    await user.click(links.at(-1) as HTMLElement);
    expect(document.activeElement).toBe(textbox(OWNER));
    await user.click(screen.getByRole("button", { name: "Go on without" }));
    await waitFor(() => expect(document.activeElement).toBe(step("Account B")));
    const list = screen.getByRole("navigation", { name: "Steps" });
    expect(within(list).getByRole("link", { name: /Account A 3 to fill in/ })).toBeTruthy();
  });

  it("are left with what was added and stayed empty dropped", async () => {
    const { user, router } = open(`/${method.id}/consumer`);
    await user.type(textbox(CONSUMER), "444455556666");
    await user.type(textbox("principal 1"), "arn:aws:iam::444455556666:role/analytics-app");
    await user.click(screen.getByRole("button", { name: "Add principal" }));
    expect(textbox("principal 2").value).toBe("");
    await user.click(screen.getByRole("button", { name: /^Next/ }));
    await waitFor(() => step("Guardrails"));
    await act(() => router.navigate(-1));
    await waitFor(() => textbox("principal 1"));
    expect(screen.queryByRole("textbox", { name: "principal 2" })).toBeNull();
  });

  it("can each be reached by their address, and the back button loses nothing", async () => {
    const { user, router } = open(`/${method.id}/consumer`);
    await user.type(textbox(CONSUMER), "444455556666");
    await user.click(screen.getByRole("link", { name: /^Guardrails/ }));
    await waitFor(() => step("Guardrails"));
    await act(() => router.navigate(-1));
    await waitFor(() => step("Account B"));
    expect(textbox(CONSUMER).value).toBe("444455556666");
  });

  it("that do not exist are told, with the ones that do", () => {
    open(`/${method.id}/nowhere`);
    expect(screen.getByRole("heading", { name: /has no step “nowhere”/ })).toBeTruthy();
    expect(screen.getByRole("link", { name: "Account B" }).getAttribute("href")).toContain(
      `${method.id}/consumer`,
    );
  });

  it("of a method that does not exist lead to the methods", () => {
    open("/carrier-pigeon/owner");
    expect(screen.getByRole("heading", { name: /no method “carrier-pigeon”/ })).toBeTruthy();
    expect(screen.getByRole("link", { name: method.title })).toBeTruthy();
  });
});

describe("the address", () => {
  it("follows the values, replacing its history entry", async () => {
    const { user, address, router } = open(`/${method.id}/owner`);
    await user.type(textbox(OWNER), "111122223333");
    await waitFor(() => expect(address()).toContain("owner=111122223333"));
    expect(openLink(`#${address()}`, METHODS)).toMatchObject({
      kind: "opened",
      step: "owner",
      draft: { owner: { account: "111122223333" } },
    });
    expect(router.state.historyAction).toBe("REPLACE");
  });

  it("is not needed for a reload: this tab keeps the draft, with what no link carries", async () => {
    const first = open(`/${method.id}/owner`);
    await first.user.type(textbox(OWNER), "111122223333");
    await first.user.click(screen.getByRole("button", { name: /^More/ }));
    await first.user.type(textbox("AWS CLI profile of account A"), "a-admin");
    first.unmount();
    const { user } = open(`/${method.id}/owner`);
    expect(textbox(OWNER).value).toBe("111122223333");
    await user.click(screen.getByRole("button", { name: /^More/ }));
    expect(textbox("AWS CLI profile of account A").value).toBe("a-admin");
  });
});

describe("a link", () => {
  const forConsumer = linkFragment(method, LINKED, { step: "consumer", side: "consumer" });

  it("names both accounts and wants them confirmed, again when one changes", async () => {
    const { user } = open(forConsumer);
    const banner = () =>
      within(screen.getByRole("region", { name: "Values that came with a link" }));
    expect(banner().getByText("acme-share-data/reports/")).toBeTruthy();
    expect(banner().getByText("Missing")).toBeTruthy();
    await user.type(textbox(CONSUMER), "444455556666");
    await user.click(
      banner().getByRole("checkbox", { name: "111122223333 is the account whose data I expect" }),
    );
    await user.click(
      await banner().findByRole("checkbox", { name: "444455556666 is my own account" }),
    );
    expect(banner().getByText(/you confirmed both account IDs/)).toBeTruthy();
    await user.clear(textbox(CONSUMER));
    await user.type(textbox(CONSUMER), "555566667777");
    const again = await banner().findByRole("checkbox", { name: "555566667777 is my own account" });
    expect((again as HTMLInputElement).checked).toBe(false);
  });

  it("tells its reader what is theirs and leads to the first missing value", async () => {
    const { user } = open(linkFragment(method, LINKED, { step: "guardrails", side: "consumer" }));
    const part = within(screen.getByRole("region", { name: "Your part" }));
    expect(part.getByText(/You are account B's owner:/)).toBeTruthy();
    expect(part.getByText(/2 values are missing, \d+ steps are yours/)).toBeTruthy();
    await user.click(part.getByRole("button", { name: "Go to the first missing value" }));
    await waitFor(() => expect(document.activeElement).toBe(textbox(CONSUMER)));
  });

  it("that differs from what this tab holds waits for a choice", async () => {
    const { user, router } = open(`/${method.id}/owner`);
    await user.type(textbox(OWNER), "999988887777");
    await act(() => router.navigate(linkFragment(method, LINKED, { step: "owner" })));
    await screen.findByRole("heading", { name: "Which sharing do you want to go on with?" });
    await user.click(screen.getByRole("button", { name: "Keep what is in this tab" }));
    await waitFor(() => expect(textbox(OWNER).value).toBe("999988887777"));
  });

  it("that was cut off shows what could be read and says what to do", () => {
    open(linkFragment(method, LINKED, { step: "owner" }).slice(0, -12));
    expect(screen.getByRole("heading", { name: "This link could not be opened" })).toBeTruthy();
    expect(screen.getByRole("heading", { name: "What to do" })).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});

describe("another method", () => {
  it("takes the shared values along and says so", async () => {
    const { user, address } = open(linkFragment(method, LINKED, { step: "owner" }));
    await user.click(screen.getByRole("button", { name: "Change method" }));
    await user.click(screen.getByRole("button", { name: other.title }));
    await screen.findByRole("heading", { level: 1, name: other.title });
    expect(address()).toContain(`/${other.id}/`);
    expect(textbox(OWNER).value).toBe("111122223333");
    expect(screen.getByText(new RegExp(`Changed from ${method.title} to`))).toBeTruthy();
  });

  it("is not needed to start over", async () => {
    const { user } = open(linkFragment(method, LINKED, { step: "owner" }));
    await user.click(screen.getByRole("button", { name: "Start over" }));
    await user.click(screen.getByRole("button", { name: "Empty all values" }));
    await waitFor(() => expect(textbox(OWNER).value).toBe(""));
    expect(screen.queryByRole("region", { name: "Values that came with a link" })).toBeNull();
  });
});
