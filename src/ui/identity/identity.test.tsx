import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClient } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useWatch } from "react-hook-form";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { findMethod, METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { assumeRole, getCallerIdentity, type StsCall } from "#platform/sts.ts";
import { FieldsContext } from "#ui/fields/fields-context.tsx";
import { newSession } from "#ui/wizard/session.ts";
import type { Sharing } from "#ui/wizard/sharing-context.tsx";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { useDraftForm } from "#ui/wizard/use-draft-form.ts";
import { HandshakeCheck } from "./handshake-check.tsx";
import { IdentityCheck } from "./identity-check.tsx";

vi.mock("#platform/sts.ts", () => ({ getCallerIdentity: vi.fn(), assumeRole: vi.fn() }));

const A = "111122223333";
const B = "444455556666";
const ROLE = `arn:aws:iam::${B}:role/analytics-app`;
const SESSION = `arn:aws:sts::${B}:assumed-role/analytics-app/nightly`;
const KEY = "ASIAIOSFODNN7EXAMPLE";
const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
const TOKEN = `IQoJb3JpZ2luX2VjE${"aB3x".repeat(80)}`;
const PASTED = `export AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\nexport AWS_SESSION_TOKEN=${TOKEN}`;
const clients = new Set<QueryClient>();

// Fetched when a panel is opened; on a busy machine that takes longer than a look at the screen.
beforeAll(async () => {
  await import("./fill-from-credentials.tsx");
  await import("./test-handshake.tsx");
});

beforeEach(() => {
  clients.clear();
  sessionStorage.clear();
  localStorage.clear();
  vi.mocked(getCallerIdentity).mockReset();
  vi.mocked(assumeRole).mockReset();
  const { mount } = QueryClient.prototype;
  vi.spyOn(QueryClient.prototype, "mount").mockImplementation(function (this: QueryClient) {
    clients.add(this);
    mount.call(this);
  });
});

function throughRole(): Method {
  const method = METHODS.find(
    (one) => one.prepare(one.emptyDraft()).accessPath.kind === "through-role",
  );
  if (method === undefined) throw new Error("no method shares through a role");
  return method;
}

function Fill(props: {
  readonly method: Method;
  readonly draft: Draft;
  readonly side: "owner" | "consumer";
  readonly onDraft: (draft: Draft) => void;
}) {
  const { fields } = useDraftForm(newSession(props.method, { draft: props.draft }));
  const draft = useWatch({ control: fields.control }) as Draft;
  props.onDraft(draft);
  return (
    <FieldsContext value={fields}>
      <TestSharing method={props.method} draft={draft}>
        <IdentityCheck side={props.side} />
      </TestSharing>
    </FieldsContext>
  );
}

async function openFill(side: "owner" | "consumer", draft: Draft) {
  const method = findMethod(draft.method) ?? throughRole();
  const seen: { draft: Draft } = { draft };
  const { unmount } = render(
    <I18nProvider locale="en" messages={[messages]}>
      <Fill method={method} draft={draft} side={side} onDraft={(now) => (seen.draft = now)} />
    </I18nProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByText("Fill from my credentials (optional)"));
  const box = await screen.findByLabelText<HTMLTextAreaElement>(/^Credentials, as/);
  return { user, box, seen, unmount };
}

async function openTest(overrides: Partial<Sharing> = {}, settings = {}) {
  const method = throughRole();
  const draft = exampleDraft(method.id, {
    settings: { roleName: "AcmeShareReader", externalId: "acme-7f3c9b52", ...settings },
  });
  render(
    <I18nProvider locale="en" messages={[messages]}>
      <TestSharing method={method} draft={draft} overrides={overrides}>
        <HandshakeCheck gate={overrides.canCopy ?? { ok: true }} />
      </TestSharing>
    </I18nProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByText("Assume the role with my credentials"));
  const box = await screen.findByLabelText<HTMLTextAreaElement>(/^Credentials, as/);
  return { user, box };
}

type User = ReturnType<typeof userEvent.setup>;

async function ask(user: User, box: HTMLTextAreaElement, name: string, text = PASTED) {
  await user.click(box);
  await user.paste(text);
  await user.click(screen.getByRole("button", { name }));
}

const answer = () => screen.findByRole("region", { name: "Answer" });
const is = (account: string, arn: string) =>
  vi.mocked(getCallerIdentity).mockResolvedValue({ kind: "done", value: { account, arn } });

const empty = (method: Method) =>
  exampleDraft(method.id, {
    owner: { account: "" },
    consumer: { account: "", principals: [] },
  });

/** The caches of all calls, the page, its address and its storage, as text. */
function everythingKept(): string {
  const caches = [...clients].map((client) => [
    client
      .getMutationCache()
      .getAll()
      .map(({ state, options }) => [state, options]),
    client
      .getQueryCache()
      .getAll()
      .map(({ state, queryKey }) => [state, queryKey]),
  ]);
  const boxes = [...document.querySelectorAll("input, textarea")].map(
    (field) => (field as HTMLInputElement).value,
  );
  return JSON.stringify([
    caches,
    boxes,
    document.documentElement.outerHTML,
    location.href,
    { ...localStorage },
    { ...sessionStorage },
  ]);
}

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

function expectNoSecrets(text: string) {
  for (const secret of [KEY, SECRET, TOKEN]) {
    expect(text.includes(secret), "a secret is kept").toBe(false);
  }
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

describe("testing the handshake", () => {
  const holds = () =>
    vi.mocked(assumeRole).mockResolvedValue({
      kind: "done",
      value: {
        arn: `arn:aws:sts::${A}:assumed-role/AcmeShareReader/s3-handshake-test`,
        endsAt: new Date("2026-11-22T12:34:56Z"),
      },
    });
  const refuses = (message: string) =>
    vi.mocked(assumeRole).mockResolvedValue({
      kind: "failed",
      failure: { kind: "answered", code: "AccessDenied", message },
    });

  it("asks as agreed, and shows AWS's answer beside the documents'", async () => {
    is(B, SESSION);
    holds();
    const { user, box } = await openTest();
    await ask(user, box, "Assume the role");
    const text = (await answer()).textContent ?? "";
    expect(text).toContain("The handshake holds");
    expect(text).toContain("2026-11-22 12:34 UTC");
    expect(text).toMatch(/The documents say: allowed, by .*Trust policy/);
    expect(vi.mocked(assumeRole).mock.calls[0]?.[1]).toEqual({
      arn: `arn:aws:iam::${A}:role/AcmeShareReader`,
      sessionName: "s3-handshake-test",
      externalId: "acme-7f3c9b52",
    });
    expectNoSecrets(everythingKept());
  });

  it("wonders when AWS allows what the documents deny", async () => {
    is(B, `arn:aws:sts::${B}:assumed-role/somebody/else`);
    holds();
    const { user, box } = await openTest();
    await ask(user, box, "Assume the role");
    const text = (await answer()).textContent ?? "";
    expect(text).toContain("The documents say: denied");
    expect(text).toContain("AWS has other policies in place than this page shows");
  });

  it("explains a refusal by the agreement, and says that the documents allow it", async () => {
    is(B, SESSION);
    refuses("User is not authorized to perform: sts:AssumeRole");
    const { user, box } = await openTest();
    await ask(user, box, "Assume the role");
    const text = (await answer()).textContent ?? "";
    expect(text).toContain("acme-7f3c9b52 was sent");
    expect(text).toContain("AWS says: User is not authorized");
    expect(text).toContain("what stands in AWS is not what this page shows");
  });

  it("judges hand edits too: the documents that are handed over", async () => {
    is(B, SESSION);
    refuses("not authorized");
    const method = throughRole();
    const draft = exampleDraft(method.id, { settings: { roleName: "AcmeShareReader" } });
    const trust = method.prepare(draft).documents.find(({ kind }) => kind === "trust-policy");
    const edits = new Map([[trust?.id ?? "", '{"Version":"2012-10-17","Statement":[]}']]);
    const { user, box } = await openTest({ edits });
    await ask(user, box, "Assume the role");
    expect((await answer()).textContent).toContain("The documents say: denied");
  });

  it.each([
    [A, "These are account A's credentials"],
    ["777788889999", "These are credentials of account 777788889999"],
  ])("does not ask for the role as somebody of %s", async (account, said) => {
    is(account, `arn:aws:iam::${account}:user/x`);
    const { user, box } = await openTest();
    await ask(user, box, "Assume the role");
    expect((await answer()).textContent).toContain(said);
    expect(assumeRole).not.toHaveBeenCalled();
  });

  it("waits until the account IDs of a link are confirmed", () => {
    const method = throughRole();
    const draft = exampleDraft(method.id, { settings: { roleName: "AcmeShareReader" } });
    render(
      <TestSharing method={method} draft={draft}>
        <HandshakeCheck gate={{ ok: false, reason: "Confirm both account IDs first." }} />
      </TestSharing>,
    );
    expect(screen.getByText("Confirm both account IDs first.")).toBeDefined();
    expect(screen.queryByText("Assume the role with my credentials")).toBeNull();
  });

  it("is offered only where a role is assumed", () => {
    for (const method of METHODS) {
      const draft = exampleDraft(method.id, {
        settings: { roleName: "AcmeShareReader", userName: "acme-vendor" },
      });
      const { accessPath, complete } = method.prepare(draft);
      const { container, unmount } = render(
        <TestSharing method={method} draft={draft}>
          <HandshakeCheck gate={{ ok: true }} />
        </TestSharing>,
      );
      const offered = accessPath.kind === "through-role" && complete;
      expect(container.textContent === "").toBe(!offered);
      unmount();
    }
  });
});
