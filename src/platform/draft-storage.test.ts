import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  DRAFT_MAX_CHARACTERS,
  forgetDraft,
  forgetDrafts,
  keepsDrafts,
  readDraft,
  setKeepsDrafts,
  storeDraft,
} from "./draft-storage.ts";

const REFUSES: Partial<Storage> = {
  getItem: () => {
    throw new Error("denied");
  },
  setItem: () => {
    throw new Error("full");
  },
  removeItem: () => {
    throw new Error("denied");
  },
  get length(): number {
    throw new Error("denied");
  },
};

beforeEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});
afterEach(() => vi.unstubAllGlobals());

it("keeps a value for the tab", () => {
  expect(storeDraft("a", { account: "011122223333" })).toEqual({ ok: true });
  expect(readDraft("a")).toEqual({ account: "011122223333" });
  expect(localStorage.length).toBe(0);
});

it("knows nothing that was not stored", () => {
  expect(readDraft("a")).toBeUndefined();
});

it("does not misread what another version or program left", () => {
  sessionStorage.setItem("s3-handshake.draft.0.a", "{}");
  sessionStorage.setItem("s3-handshake.draft.1.b", "{broken");
  expect(readDraft("a")).toBeUndefined();
  expect(readDraft("b")).toBeUndefined();
});

it("refuses what is too large, and keeps no older value in its place", () => {
  storeDraft("a", "small");
  expect(storeDraft("a", "x".repeat(DRAFT_MAX_CHARACTERS))).toMatchObject({
    ok: false,
    message: expect.stringContaining("too large"),
  });
  expect(readDraft("a")).toBeUndefined();
});

it("forgets one draft, or all of them and nothing else", () => {
  sessionStorage.setItem("another-page", "stays");
  storeDraft("a", 1);
  storeDraft("b", 2);
  forgetDraft("a");
  expect([readDraft("a"), readDraft("b")]).toEqual([undefined, 2]);
  storeDraft("a", 1);
  forgetDrafts();
  expect([readDraft("a"), readDraft("b")]).toEqual([undefined, undefined]);
  expect(sessionStorage.getItem("another-page")).toBe("stays");
});

it("forgets and keeps nothing once switched off", () => {
  storeDraft("a", 1);
  setKeepsDrafts(false);
  expect(keepsDrafts()).toBe(false);
  expect(storeDraft("a", 2)).toEqual({ ok: true });
  expect(readDraft("a")).toBeUndefined();
  setKeepsDrafts(true);
  storeDraft("a", 3);
  expect(readDraft("a")).toBe(3);
});

it("says so when the browser stores nothing, and never throws", () => {
  vi.stubGlobal("sessionStorage", REFUSES);
  vi.stubGlobal("localStorage", REFUSES);
  expect(storeDraft("a", 1)).toMatchObject({ ok: false });
  expect(readDraft("a")).toBeUndefined();
  expect(keepsDrafts()).toBe(true);
  setKeepsDrafts(false);
  forgetDraft("a");
  forgetDrafts();
});
