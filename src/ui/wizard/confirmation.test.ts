import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { withValues } from "#ui/fields/draft-values.ts";
import { accountsOf, canCopy } from "./confirmation.ts";
import { NOTHING_CONFIRMED } from "./session.ts";

const [method] = METHODS as readonly [Method];

function prepared(consumer = "444455556666") {
  const draft = withValues(method.emptyDraft(), [
    { id: "owner.account", value: "111122223333" },
    { id: "owner.region", value: "eu-west-1" },
    {
      id: "owner.locations",
      value: [{ bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] }],
    },
    { id: "consumer.account", value: consumer },
    { id: "consumer.principals", value: [`arn:aws:iam::${consumer}:role/analytics-app`] },
  ]);
  return method.prepare(draft);
}

it("lets copy what was typed here, once it is complete", () => {
  expect(canCopy(prepared(), "typed", NOTHING_CONFIRMED)).toEqual({ ok: true });
  expect(canCopy(method.prepare(method.emptyDraft()), "typed", NOTHING_CONFIRMED)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^\d+ values are missing or wrong/),
  });
});

it("lets copy nothing of a link before both account IDs are confirmed", () => {
  const sharing = prepared();
  const both = accountsOf(sharing);
  expect(both).toEqual({ owner: "111122223333", consumer: "444455556666" });
  for (const confirmed of [NOTHING_CONFIRMED, { ...both, owner: "" }, { ...both, consumer: "" }]) {
    expect(canCopy(sharing, "link", confirmed)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("Confirm both account IDs"),
    });
  }
  expect(canCopy(sharing, "link", both)).toEqual({ ok: true });
  expect(canCopy(method.prepare(method.emptyDraft()), "link", NOTHING_CONFIRMED)).toMatchObject({
    reason: expect.stringMatching(/missing or wrong/),
    unconfirmed: expect.stringContaining("Confirm both account IDs"),
  });
});

it("treats the values of a file as it does those of a link, and an example's as typed", () => {
  const sharing = prepared();
  expect(canCopy(sharing, "file", NOTHING_CONFIRMED)).toMatchObject({
    ok: false,
    reason: "The values came from a file. Confirm both account IDs at the top of the page first.",
  });
  expect(canCopy(sharing, "file", accountsOf(sharing))).toEqual({ ok: true });
  expect(canCopy(sharing, "example", NOTHING_CONFIRMED)).toEqual({ ok: true });
});

it("asks again when an account ID changes after it was confirmed", () => {
  const confirmed = accountsOf(prepared());
  expect(canCopy(prepared("555566667777"), "link", confirmed).ok).toBe(false);
});
