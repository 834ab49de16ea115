import fc from "fast-check";
import { expect, it } from "vitest";
import { uniqueSids, wordsOf } from "./sid.ts";

it.each([
  ["acme-share-data", "AcmeShareData"],
  ["reports/2026/", "Reports2026"],
  ["AcmeShareReader", "AcmeShareReader"],
  ["übung", "Bung"],
  ["...", ""],
])("makes words of %s", (name, words) => {
  expect(wordsOf(name)).toBe(words);
});

it("numbers a name that is taken, without regard to case", () => {
  expect(uniqueSids(["List a-b", "List A-B", "List Ab", "Read"])).toEqual([
    "XacctListAB",
    "XacctListAB2",
    "XacctListAb3",
    "XacctRead",
  ]);
});

it("makes ids that every kind of policy takes, each once", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 })), (names) => {
      const sids = uniqueSids(names);
      expect(sids.every((sid) => /^[A-Za-z0-9]{1,100}$/.test(sid))).toBe(true);
      expect(new Set(sids.map((sid) => sid.toLowerCase())).size).toBe(names.length);
    }),
  );
});
