import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pastedItems, pastedLines } from "./pasted-items.ts";

/** Any UTF-16 code unit; fast-check's own "binary" takes a second to set up. */
const ANY_UNIT = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const A = "arn:aws:iam::444455556666:role/a";
const B = "arn:aws:iam::444455556666:role/b,c";

describe("pastedItems", () => {
  it.each([
    [`${A}\n${B}\n`, [A, B]],
    [`${A}\r\n\r\n ${B} `, [A, B]],
    [`${A},${B}`, [A, B]],
    [`${A}; ${B}`, [A, B]],
    [`["${A}", "${B}"]`, [A, B]],
    [`[\n  "${A}",\n  "${B}"\n]`, [A, B]],
    [`  "${A}",\n  "${B}",\n]`, [A, B]],
    [
      "203.0.113.0/24, 198.51.100.0/24,2001:db8::/48",
      ["203.0.113.0/24", "198.51.100.0/24", "2001:db8::/48"],
    ],
    ["vpce-1a2b3c4d\tvpce-2a2b3c4d", ["vpce-1a2b3c4d", "vpce-2a2b3c4d"]],
    ["", []],
    ["[1, 2]", ["[1", "2]"]],
  ])("cuts %j", (text, items) => {
    expect(pastedItems(text)).toEqual(items);
  });

  it("never throws and leaves no item empty", () => {
    fc.assert(
      fc.property(fc.string({ unit: ANY_UNIT }), (text) => {
        for (const item of pastedItems(text)) expect(item.trim()).not.toBe("");
      }),
    );
  });
});

describe("pastedLines", () => {
  it("cuts at line breaks only", () => {
    expect(pastedLines("acme-share-data/reports read, list\n\n other-data \r\nx")).toEqual([
      "acme-share-data/reports read, list",
      "other-data",
      "x",
    ]);
  });
});
