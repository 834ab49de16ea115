import { expect, it } from "vitest";
import { METHODS } from "#core/methods/index.ts";
import type { Method } from "#core/methods/method.ts";
import type { Draft } from "#core/parameters/parameter.ts";
import { rawRows } from "#core/parameters/raw.ts";
import { withValues } from "./draft-values.ts";
import { followKeys } from "./keyed-rows.ts";

const [method] = METHODS as readonly [Method];
const WAITING = { bucket: "", encryption: "aws-managed-key" };

function draftOf(names: readonly string[], rows: readonly { readonly bucket: string }[]): Draft {
  return withValues(method.emptyDraft(), [
    { id: "owner.locations", value: names.map((bucket) => ({ bucket, prefix: "" })) },
    { id: "owner.buckets", value: rows },
  ]);
}

function followed(base: Draft, names: readonly string[]) {
  const after = draftOf(names, rawRows(base, "owner.buckets") as { bucket: string }[]);
  const value = followKeys(method.parameters, base, after)[0]?.value;
  return value ?? rawRows(after, "owner.buckets");
}

it("keeps what was said before there was any key", () => {
  expect(followed(draftOf([], [WAITING]), ["ab"])).toEqual([WAITING]);
});

it("gives it to the first keys, however they are spelled in the end", () => {
  const base = draftOf([], [WAITING]);
  for (const name of ["acm", "acme", "acme-share-data"]) {
    expect(followed(base, [name])).toEqual([{ ...WAITING, bucket: name }]);
  }
  expect(followed(base, ["one-bucket", "two-bucket"])).toEqual([
    { ...WAITING, bucket: "one-bucket" },
    { ...WAITING, bucket: "two-bucket" },
  ]);
});

it("leaves keys alone that have a row of their own", () => {
  const own = { bucket: "acme-share-data", encryption: "sse-s3" };
  expect(followed(draftOf(["acme-share-data"], [WAITING, own]), ["acme-share-data"])).toEqual([
    own,
  ]);
});
