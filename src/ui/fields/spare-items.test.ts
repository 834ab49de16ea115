import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import { withValues } from "./draft-values.ts";
import { withoutEmptyItems } from "./spare-items.ts";

const [method] = METHODS as readonly [Method];
const EMPTY = { bucket: "", prefix: "", access: ["list", "read"] };
const FILLED = { bucket: "acme-share-data", prefix: "reports/", access: ["list", "read"] };

function spared(...values: Parameters<typeof withValues>[1]) {
  return withoutEmptyItems(method.parameters, withValues(method.emptyDraft(), values));
}

it("leaves out texts and rows in which nothing was typed", () => {
  expect(
    spared(
      { id: "owner.locations", value: [EMPTY, FILLED, { ...EMPTY, prefix: " " }] },
      { id: "consumer.principals", value: ["arn:aws:iam::444455556666:role/app", "", "  "] },
      { id: "guardrails.sourceCidrs", value: [""] },
    ),
  ).toEqual([
    { id: "owner.locations", value: [FILLED] },
    { id: "consumer.principals", value: ["arn:aws:iam::444455556666:role/app"] },
    { id: "guardrails.sourceCidrs", value: [] },
  ]);
});

it("keeps a row in which something was chosen, and what follows other values", () => {
  expect(
    spared(
      { id: "owner.locations", value: [{ ...EMPTY, access: ["write"] }] },
      { id: "owner.buckets", value: [{ bucket: "", encryption: "sse-s3" }] },
      { id: "consumer.principals", value: ["x"] },
    ),
  ).toEqual([]);
});
