import { describe, expect, it } from "vitest";
import { linkFragment } from "#core/link/link.ts";
import { findMethod, METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { withValues } from "#ui/fields/draft-values.ts";
import { openAddress, valuesOf } from "./open-address.ts";
import { type Opening, OWN_ENTRY } from "./opening.ts";
import { newSession, type Session } from "./session.ts";

const [method, other] = METHODS as readonly [Method, Method];

function draftOf(account: string, more: Parameters<typeof withValues>[1] = []): Draft {
  return withValues(method.emptyDraft(), [{ id: "owner.account", value: account }, ...more]);
}

function sessionOf(account: string, more?: Parameters<typeof withValues>[1]): Session {
  return newSession(method, { draft: draftOf(account, more) });
}

function arrive(fragment: string, mine?: Session, state: unknown = null, written?: string) {
  const methodId = fragment.split("/")[1]?.split("?")[0] ?? "";
  return openAddress({ methodId, fragment, state, written }, mine);
}

const link = (draft: Draft, side?: "consumer") =>
  linkFragment(method, draft, { step: "owner", side });

describe("an address without values", () => {
  it("begins an empty sharing", () => {
    expect(arrive(`/${method.id}`)).toMatchObject({
      kind: "editing",
      session: { origin: "typed", draft: method.emptyDraft() },
    });
  });

  it("goes on with what this tab holds", () => {
    const mine = sessionOf("111122223333");
    expect(arrive(`/${method.id}/consumer`, mine)).toEqual({ kind: "editing", session: mine });
  });

  it("of another method takes shared values along and says what stays behind", () => {
    const mine = sessionOf("111122223333", [{ id: "settings.policyName", value: "Mine" }]);
    const screen = arrive(`/${other.id}`, mine);
    expect(screen).toMatchObject({
      kind: "editing",
      session: { method: { id: other.id }, draft: { owner: { account: "111122223333" } } },
    });
    const told = screen.kind === "editing" ? screen.session.told.join(" ") : "";
    const { label } = method.parameters.find(({ id }) => id === "settings.policyName") ?? {};
    expect(told).toContain(`Left behind: ${label}.`);
  });

  it("names a method that does not exist", () => {
    expect(arrive("/carrier-pigeon/owner")).toEqual({
      kind: "unknown-method",
      methodId: "carrier-pigeon",
    });
  });
});

describe("a link", () => {
  it("opens as the side it was made for, and its values are a link's", () => {
    const draft = draftOf("111122223333");
    expect(arrive(link(draft, "consumer"))).toMatchObject({
      kind: "editing",
      session: { origin: "link", side: "consumer", draft, confirmed: { owner: "", consumer: "" } },
    });
  });

  it("does not replace what this tab holds before that is decided", () => {
    const mine = sessionOf("111122223333");
    expect(arrive(link(draftOf("999988887777")), mine)).toMatchObject({
      kind: "choose",
      mine,
      theirs: { origin: "link", draft: { owner: { account: "999988887777" } } },
    });
  });

  it("with the same values keeps what a link does not carry", () => {
    const mine = sessionOf("111122223333", [{ id: "owner.profile", value: "a-admin" }]);
    expect(arrive(link(draftOf("111122223333"), "consumer"), mine)).toEqual({
      kind: "editing",
      session: { ...mine, side: "consumer" },
    });
  });

  it("tells what was mended", () => {
    const mangled = link(draftOf("111122223333")).replaceAll("&", "&amp;");
    const screen = arrive(mangled);
    expect(screen.kind === "editing" && screen.session.told.length).toBeGreaterThan(0);
  });

  it("that was altered is refused with what could be read, and nothing of it is used", () => {
    const altered = link(draftOf("111122223333")).replace("111122223333", "111122223334");
    expect(arrive(altered)).toMatchObject({
      kind: "refused",
      message: expect.stringContaining("changed"),
      read: { draft: { owner: { account: "111122223334" } } },
      mine: undefined,
    });
  });
});

it("of one's own, as the page itself gives it, is only a step", () => {
  const mine = sessionOf("111122223333", [{ id: "owner.profile", value: "a-admin" }]);
  const screen = arrive(linkFragment(method, mine.draft, { step: "review" }), mine);
  expect(screen.kind === "editing" && screen.session).toBe(mine);
});

describe("a history entry", () => {
  it("written by the wizard gives only the step: the form has the newer values", () => {
    const mine = sessionOf("111122223333");
    expect(arrive(link(draftOf("999988887777")), mine, OWN_ENTRY)).toEqual({
      kind: "editing",
      session: mine,
    });
  });

  it("is known by the address this tab wrote last, should the browser have lost its state", () => {
    const mine = sessionOf("111122223333");
    const older = link(draftOf("1111222233"));
    expect(arrive(older, mine, null, valuesOf(method.id, older))).toEqual({
      kind: "editing",
      session: mine,
    });
  });

  it("written by the wizard is read as a link when the tab holds nothing any more", () => {
    expect(arrive(link(draftOf("111122223333")), undefined, OWN_ENTRY)).toMatchObject({
      kind: "editing",
      session: { origin: "link" },
    });
  });

  it("can bring an agreement file, with the values that no link carries", () => {
    const draft = draftOf("111122223333", [{ id: "owner.profile", value: "a-admin" }]);
    const opening: Opening = { origin: "file", draft, warnings: ["One value is unknown."] };
    expect(arrive(`/${method.id}`, undefined, opening)).toMatchObject({
      kind: "editing",
      session: { origin: "file", draft, told: ["One value is unknown."] },
    });
  });
});

it("has two methods to change between", () => {
  expect(findMethod(method.id)).toBe(method);
  expect(other.id).not.toBe(method.id);
});
