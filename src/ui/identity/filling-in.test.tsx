import { act, render, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { getCallerIdentity, type StsCall } from "#platform/sts.ts";
import {
  answer,
  ask,
  B,
  clients,
  empty,
  everythingKept,
  expectNoSecrets,
  Fill,
  is,
  KEY,
  openFill,
  PASTED,
  ROLE,
  SECRET,
  SESSION,
  TOKEN,
  throughRole,
} from "./testing.tsx";

vi.mock("#platform/sts.ts", () => ({ getCallerIdentity: vi.fn(), assumeRole: vi.fn() }));

/** What React itself remembers: the state and properties of everything drawn. */
function stateOfReact(): string {
  const seen = new WeakSet<object>();
  return JSON.stringify(
    [...document.querySelectorAll("*")].flatMap((element) =>
      Object.entries(element)
        .filter(([key]) => key.startsWith("__react"))
        .map(([, fiber]) => fiber as { memoizedProps?: unknown; memoizedState?: unknown }),
    ),
    (key, value: unknown) => {
      if (typeof value !== "object" || value === null)
        return typeof value === "function" ? "" : value;
      if (value instanceof Node || key === "stateNode" || seen.has(value)) return undefined;
      seen.add(value);
      return value;
    },
  );
}

describe("filling in from credentials", () => {
  it("costs nothing and shows nothing while it is closed", () => {
    const method = throughRole();
    render(<Fill method={method} draft={empty(method)} side="owner" onDraft={() => {}} />);
    expect(screen.queryByLabelText(/^Credentials, as/)).toBeNull();
    expect(getCallerIdentity).not.toHaveBeenCalled();
  });

  it("shows what it would fill in, fills it in, and can be undone", async () => {
    is(B, SESSION);
    const { user, box, seen } = await openFill("consumer", empty(throughRole()));
    await ask(user, box, "Ask who I am");
    const region = await answer();
    expect(
      within(region).getByText("does not contain the role's path", { exact: false }),
    ).toBeDefined();
    expect(seen.draft.consumer["account"]).toBe("");
    await user.click(within(region).getByRole("button", { name: "Fill in" }));
    expect(seen.draft.consumer).toMatchObject({ account: B, principals: [ROLE] });
    expect(screen.queryByRole("region", { name: "Answer" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Undo" }));
    expect(seen.draft.consumer).toMatchObject({ account: "", principals: [] });
  });

  it("leaves the principal out when it is not wanted", async () => {
    is(B, SESSION);
    const { user, box, seen } = await openFill("consumer", empty(throughRole()));
    await ask(user, box, "Ask who I am");
    const region = await answer();
    await user.click(within(region).getByRole("checkbox"));
    await user.click(within(region).getByRole("button", { name: "Fill in" }));
    expect(seen.draft.consumer).toMatchObject({ account: B, principals: [] });
  });

  it("does not add an admin to principals that are there, unless asked to", async () => {
    is(B, `arn:aws:iam::${B}:user/admin`);
    const { user, box, seen } = await openFill("consumer", exampleDraft(throughRole().id));
    await ask(user, box, "Ask who I am");
    const region = await answer();
    const checkbox = within(region).getByRole<HTMLInputElement>("checkbox");
    expect(checkbox.checked).toBe(false);
    expect(
      within(region)
        .getByRole("button", { name: "Fill in" })
        .matches("[disabled],[aria-disabled=true]"),
    ).toBe(true);
    await user.click(checkbox);
    await user.click(within(region).getByRole("button", { name: "Fill in" }));
    expect(seen.draft.consumer["principals"]).toEqual([ROLE, `arn:aws:iam::${B}:user/admin`]);
  });

  it("tells the other account's credentials and fills nothing in", async () => {
    is(B, SESSION);
    const { user, box } = await openFill("owner", exampleDraft(throughRole().id));
    await ask(user, box, "Ask who I am");
    expect((await answer()).textContent).toContain("These are account B's credentials");
    expect(screen.queryByRole("button", { name: "Fill in" })).toBeNull();
  });

  it("asks in the buckets' Region, by what was pasted", async () => {
    is(B, SESSION);
    const { user, box } = await openFill("consumer", empty(throughRole()));
    await ask(user, box, "Ask who I am");
    await answer();
    expect(getCallerIdentity).toHaveBeenCalledWith({
      region: "eu-west-1",
      credentials: { accessKeyId: KEY, secretAccessKey: SECRET, sessionToken: TOKEN },
      signal: expect.any(AbortSignal),
    });
  });

  it("warns of long-term keys before anything is sent", async () => {
    const { user, box } = await openFill("owner", empty(throughRole()));
    await user.click(box);
    await user.paste(`AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nAWS_SECRET_ACCESS_KEY=${SECRET}`);
    expect(screen.getByText(/A long-term key \(AKIA…\)/)).toBeDefined();
    expect(getCallerIdentity).not.toHaveBeenCalled();
  });

  it("says what is wrong with a paste and keeps it, to be corrected", async () => {
    const { user, box } = await openFill("owner", empty(throughRole()));
    await ask(user, box, "Ask who I am", PASTED.replace(SECRET, "short"));
    expect(
      screen.getByText(/On line 2 the secret access key has 5 characters of 40/),
    ).toBeDefined();
    expect(box.value).not.toBe("");
    expect(document.activeElement).toBe(box);
    expect(getCallerIdentity).not.toHaveBeenCalled();
  });

  it("is no field that a browser or a password manager remembers", async () => {
    const { box } = await openFill("owner", empty(throughRole()));
    expect(box.getAttribute("autocomplete")).toBe("off");
    expect(box.getAttribute("spellcheck")).toBe("false");
    expect(box.hasAttribute("name")).toBe(false);
  });
});

describe("a call", () => {
  it("can be cancelled, and leaving cancels it", async () => {
    const calls: StsCall[] = [];
    vi.mocked(getCallerIdentity).mockImplementation((call) => {
      calls.push(call);
      return new Promise(() => {});
    });
    const { user, box, unmount } = await openFill("owner", empty(throughRole()));
    await ask(user, box, "Ask who I am");
    await user.click(await screen.findByRole("button", { name: "Cancel" }));
    expect(await screen.findByText("Cancelled. Nothing was changed.")).toBeDefined();
    expect(calls[0]?.signal.aborted).toBe(true);
    await ask(user, box, "Ask who I am");
    await waitFor(() => expect(calls).toHaveLength(2));
    expect(calls[1]?.signal.aborted).toBe(false);
    unmount();
    expect(calls[1]?.signal.aborted).toBe(true);
  });

  it("is told to go on while it takes long", async () => {
    vi.mocked(getCallerIdentity).mockReturnValue(new Promise(() => {}));
    const { user, box } = await openFill("owner", empty(throughRole()));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    await ask(user, box, "Ask who I am");
    expect(screen.getByText(/Asking https:\/\/sts\.eu-west-1/)).toBeDefined();
    act(() => void vi.advanceTimersByTime(5000));
    expect(screen.getByText(/Still waiting for https:\/\/sts\.eu-west-1/)).toBeDefined();
    vi.useRealTimers();
  });

  it.each([
    ["offline", "This browser is offline."],
    ["blocked", "This page is not allowed to reach https://sts.eu-west-1.amazonaws.com."],
    ["unreachable", "https://sts.eu-west-1.amazonaws.com could not be reached."],
    ["slow", "https://sts.eu-west-1.amazonaws.com did not answer in time."],
  ] as const)("that fails (%s) says why", async (kind, said) => {
    vi.mocked(getCallerIdentity).mockResolvedValue({ kind: "failed", failure: { kind } });
    const { user, box } = await openFill("owner", empty(throughRole()));
    await ask(user, box, "Ask who I am");
    expect((await answer()).textContent).toContain(said);
  });
});

describe("secrets", () => {
  it("are nowhere but in the box before the call, and nowhere at all from the call on", async () => {
    let finish: () => void = () => {};
    vi.mocked(getCallerIdentity).mockImplementation(
      () =>
        new Promise((resolve) => {
          finish = () => resolve({ kind: "done", value: { account: B, arn: SESSION } });
        }),
    );
    const { user, box } = await openFill("consumer", empty(throughRole()));
    await user.click(box);
    await user.paste(PASTED);
    expect(box.value).toBe(PASTED);
    expectNoSecrets(stateOfReact());
    await user.click(screen.getByRole("button", { name: "Ask who I am" }));
    await waitFor(() => expect(getCallerIdentity).toHaveBeenCalled());
    expect(clients.size).toBe(1);
    expect(everythingKept()).toContain("eu-west-1");
    expectNoSecrets(everythingKept());
    expectNoSecrets(stateOfReact());
    await act(async () => finish());
    await answer();
    expect(everythingKept()).toContain(SESSION);
    expectNoSecrets(everythingKept());
    expectNoSecrets(stateOfReact());
  });

  it("leave the box when the panel is closed and when the page is", async () => {
    const { user, box } = await openFill("owner", empty(throughRole()));
    await user.click(box);
    await user.paste(PASTED);
    window.dispatchEvent(new Event("pagehide"));
    expect(box.value).toBe("");
    await user.paste(PASTED);
    await user.click(screen.getByText("Fill from my credentials (optional)"));
    await waitFor(() => expect(screen.queryByLabelText(/^Credentials, as/)).toBeNull());
    expect(box.value).toBe("");
    expectNoSecrets(everythingKept());
  });

  it("would be found if they were kept", async () => {
    const { user, box } = await openFill("owner", empty(throughRole()));
    await user.click(box);
    await user.paste(PASTED);
    expect(() => expectNoSecrets(everythingKept())).toThrow("a secret is kept");
  });
});
