import { render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import { exampleDraft } from "#core/parameters/running-example.ts";
import { assumeRole } from "#platform/sts.ts";
import { TestSharing } from "#ui/wizard/test-sharing.tsx";
import { HandshakeCheck } from "./handshake-check.tsx";
import {
  A,
  answer,
  ask,
  B,
  everythingKept,
  expectNoSecrets,
  is,
  openTest,
  SESSION,
  throughRole,
} from "./testing.tsx";

vi.mock("#platform/sts.ts", () => ({ getCallerIdentity: vi.fn(), assumeRole: vi.fn() }));

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
