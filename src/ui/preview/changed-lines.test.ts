import { expect, it } from "vitest";
import { changedLines } from "./changed-lines.ts";

it("finds the one line whose value is new", () => {
  expect([...changedLines(["a", "b", "c"], ["a", "x", "c"])]).toEqual([1]);
});

it("does not mark what only moved down", () => {
  expect([...changedLines(["a", "b"], ["a", "new", "b"])]).toEqual([1]);
});

it("marks the second copy of a line that stood there once", () => {
  expect([...changedLines(["a"], ["a", "a"])]).toEqual([1]);
});

it("never marks a line of brackets", () => {
  expect([...changedLines([], ["{", "  ],", '  "a"'])]).toEqual([2]);
});

it("does not mark a line that only got a comma", () => {
  expect([...changedLines(["a"], ["a,", "b"])]).toEqual([1]);
});
