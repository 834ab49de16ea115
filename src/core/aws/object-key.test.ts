import { describe, expect, it } from "vitest";
import { parseObjectKey } from "./object-key.ts";

describe("parseObjectKey", () => {
  it.each([
    ["reports/2026.csv", "reports/2026.csv"],
    [" reports/a b.csv ", "reports/a b.csv"],
    ["why?/$5.csv", "why?/$5.csv"],
  ])("reads %j as %j", (text, key) => {
    expect(parseObjectKey(text)).toEqual({ ok: true, value: key });
  });

  it.each([
    ["", /^Enter the key of the object/],
    ["reports/", /This is a prefix, not an object/],
    ["reports/*.csv", /a wildcard names no object/],
    ["s3://acme-share-data/a.csv", /Enter only the key/],
    ["arn:aws:s3:::acme-share-data/a.csv", /Enter only the key/],
    ["a\nb.csv", /^The key contains the control character U\+000A; remove it\.$/],
    ["日.csv", /cannot be written in an IAM policy/],
  ])("refuses %j", (text, message) => {
    const outcome = parseObjectKey(text);
    expect(outcome.ok ? "" : outcome.message).toMatch(message);
  });

  it("takes a key of 1,024 bytes and none longer", () => {
    expect(parseObjectKey("x".repeat(1024)).ok).toBe(true);
    expect(parseObjectKey("é".repeat(513))).toMatchObject({
      message: expect.stringMatching(/^The key has 1026 bytes; an object key has at most 1024/),
    });
  });
});
