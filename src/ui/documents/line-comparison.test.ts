import fc from "fast-check";
import { expect, it } from "vitest";
import { type ComparedLine, comparedLines } from "./line-comparison.ts";

const texts = (lines: readonly ComparedLine[]) => lines.map(({ kind, text }) => `${kind} ${text}`);

it("shows a changed line as removed and added, with its neighbours", () => {
  expect(texts(comparedLines("a\nb\nc", "a\nx\nc"))).toEqual([
    "same a",
    "removed b",
    "added x",
    "same c",
  ]);
});

it("counts long stretches that are the same", () => {
  const same = Array.from({ length: 10 }, (_, index) => `line ${index}`).join("\n");
  expect(texts(comparedLines(`${same}\nold`, `${same}\nnew`))).toEqual([
    "skipped 7",
    "same line 7",
    "same line 8",
    "same line 9",
    "removed old",
    "added new",
  ]);
});

it("accounts for every line of both texts", () => {
  const text = fc
    .array(fc.constantFrom("{", "}", '"a"', '"b"', ""), { maxLength: 30 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = comparedLines(before, after);
      const count = (...kinds: readonly ComparedLine["kind"][]) =>
        lines
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((sum, { kind, text }) => sum + (kind === "skipped" ? Number(text) : 1), 0);
      expect(count("same", "skipped", "removed")).toBe(before.split("\n").length);
      expect(count("same", "skipped", "added")).toBe(after.split("\n").length);
    }),
  );
});
