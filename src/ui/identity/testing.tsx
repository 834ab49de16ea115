import { I18nProvider } from "@cloudscape-design/components/i18n";
import messages from "@cloudscape-design/components/i18n/messages/all.en";
import { QueryClient } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useWatch } from "react-hook-form";
import { beforeAll, beforeEach, expect, vi } from "vitest";
import { findMethod, METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { assumeRole, getCallerIdentity } from "#platform/sts.ts";
import { FieldsContext } from "#ui/fields/fields-context.tsx";
import { newSession } from "#ui/wizard/session.ts";
import type { Sharing } from "#ui/wizard/sharing-context.tsx";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { useDraftForm } from "#ui/wizard/use-draft-form.ts";
import { HandshakeCheck } from "./handshake-check.tsx";
import { IdentityCheck } from "./identity-check.tsx";

// For the tests of the panels. Those put stand-ins in the place of #platform/sts.ts.

export const A = "111122223333";
export const B = "444455556666";
export const ROLE = `arn:aws:iam::${B}:role/analytics-app`;
export const SESSION = `arn:aws:sts::${B}:assumed-role/analytics-app/nightly`;
export const KEY = "ASIAIOSFODNN7EXAMPLE";
export const SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
export const TOKEN = `IQoJb3JpZ2luX2VjE${"aB3x".repeat(80)}`;
export const PASTED = `export AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY=${SECRET}\nexport AWS_SESSION_TOKEN=${TOKEN}`;
export const clients = new Set<QueryClient>();

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

export function throughRole(): Method {
  const method = METHODS.find(
    (one) => one.prepare(one.emptyDraft()).accessPath.kind === "through-role",
  );
  if (method === undefined) throw new Error("no method shares through a role");
  return method;
}

export function Fill(props: {
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

export async function openFill(side: "owner" | "consumer", draft: Draft) {
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

export async function openTest(overrides: Partial<Sharing> = {}, settings = {}) {
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

export async function ask(user: User, box: HTMLTextAreaElement, name: string, text = PASTED) {
  await user.click(box);
  await user.paste(text);
  await user.click(screen.getByRole("button", { name }));
}

export const answer = () => screen.findByRole("region", { name: "Answer" });
export const is = (account: string, arn: string) =>
  vi.mocked(getCallerIdentity).mockResolvedValue({ kind: "done", value: { account, arn } });

export const empty = (method: Method) =>
  exampleDraft(method.id, {
    owner: { account: "" },
    consumer: { account: "", principals: [] },
  });

/** The caches of all calls, the page, its address and its storage, as text. */
export function everythingKept(): string {
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

export function expectNoSecrets(text: string) {
  for (const secret of [KEY, SECRET, TOKEN]) {
    expect(text.includes(secret), "a secret is kept").toBe(false);
  }
}
