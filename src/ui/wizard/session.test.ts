import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { withValues } from "#ui/fields/draft-values.ts";
import { newSession, readSession, sessionRecord } from "./session.ts";

const [method] = METHODS as readonly [Method];

it("survives being stored as text", () => {
  const session = newSession(method, {
    draft: withValues(method.emptyDraft(), [{ id: "owner.account", value: "000011112222" }]),
    edits: new Map([["bucket-policy", "{}"]]),
    origin: "link",
    side: "consumer",
    confirmed: { owner: "000011112222", consumer: "" },
  });
  expect(readSession(JSON.parse(JSON.stringify(sessionRecord(session))))).toEqual(session);
});

it.each([
  ["nothing", undefined],
  ["text", "hello"],
  ["a method nobody knows", { draft: { method: "carrier-pigeon" } }],
])("reads nothing out of %s", (_, record) => {
  expect(readSession(record)).toBeUndefined();
});

it("drops what has the wrong shape, and takes an unknown origin for a link", () => {
  const record = {
    draft: { method: method.id, owner: { account: ["1"], locations: "x", strange: "y" } },
    edits: [["a", 1], "b", ["c", "{}"]],
    origin: "heaven",
    side: "both",
    confirmed: { owner: 1 },
  };
  expect(readSession(record)).toEqual(
    newSession(method, { edits: new Map([["c", "{}"]]), origin: "link" }),
  );
});
