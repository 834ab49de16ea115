import { expect, it } from "vitest";
import { refused } from "./brand.ts";
import { legible } from "./legible.ts";

it("shows a sign for what cannot be seen or turns the text around", () => {
  expect(legible("“a\u202Ecba” is none")).toBe("“a\u{FFFD}cba” is none");
  expect(legible("1111\u200B2222\u0000\n\u2066x")).toBe(
    "1111\u{FFFD}2222\u{FFFD}\u{FFFD}\u{FFFD}x",
  );
  expect(legible("שלום é 日本 😀, “as it is”")).toBe("שלום é 日本 😀, “as it is”");
});

it("is what every refusal is", () => {
  expect(refused("“\u202Eabc” is not one.").message).toBe("“\u{FFFD}abc” is not one.");
});
