import { expect, it } from "vitest";
import { findMethod, METHODS } from "#core/methods/index.ts";
import type { MethodCase } from "#core/methods/method.ts";
import { pictureCards } from "./picture-cards.ts";
import type { Box, PictureLayout } from "./picture-geometry.ts";
import { pictureLayout } from "./picture-layout.ts";

const modules = import.meta.glob<{ readonly cases: readonly MethodCase[] }>(
  "/src/core/methods/*/cases.ts",
  { eager: true },
);

const CASES = METHODS.flatMap(
  ({ id }) => modules[`/src/core/methods/${id}/cases.ts`]?.cases ?? [],
).map(({ name, draft }) => ({
  name: `${draft.method}: ${name}`,
  draft,
}));

function layoutOf(draft: (typeof CASES)[number]["draft"], width: number): PictureLayout {
  const method = findMethod(draft.method);
  if (method === undefined) throw new Error(`no method ${draft.method}`);
  return pictureLayout(pictureCards(method.prepare(draft).picture), width);
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function pairs<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, index) =>
    items.slice(index + 1).map((other) => [one, other] as const),
  );
}

function within(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

it.each(CASES)("has every box inside its account, none upon another: $name", ({ draft }) => {
  for (const width of [1140, 900, 730, 358, 240]) {
    const layout = layoutOf(draft, width);
    for (const placed of layout.blocks) {
      expect(within(placed, layout.accounts[placed.block.side])).toBe(true);
      for (const card of placed.cards) expect(within(card, placed)).toBe(true);
    }
    const apart = [...pairs(layout.blocks), ...layout.blocks.flatMap(({ cards }) => pairs(cards))];
    expect(apart.filter(([one, other]) => overlap(one, other))).toEqual([]);
    expect(overlap(layout.accounts.owner, layout.accounts.consumer)).toBe(false);
  }
});

it.each(CASES)("has every label inside the picture, none upon another: $name", ({ draft }) => {
  for (const width of [1140, 900, 730, 358]) {
    const layout = layoutOf(draft, width);
    const labels = layout.lines.map(({ label }) => label);
    expect(pairs(labels).filter(([one, other]) => overlap(one, other))).toEqual([]);
    const picture = { x: 0, y: 0, width: layout.width, height: layout.height };
    expect(labels.filter((label) => !within(label, picture))).toEqual([]);
  }
});

it("stands side by side where there is room and one above the other on a phone", () => {
  const draft = CASES[0]?.draft;
  if (draft === undefined) throw new Error("no case");
  const wide = layoutOf(draft, 900).accounts;
  expect(wide.consumer.x).toBeGreaterThan(wide.owner.x + wide.owner.width);
  const narrow = layoutOf(draft, 358).accounts;
  expect(narrow.consumer.y).toBeGreaterThan(narrow.owner.y + narrow.owner.height);
});

it("stays low however many principals and locations there are", () => {
  const many = CASES.map(({ draft }) => layoutOf(draft, 1140).height);
  expect(Math.max(...many)).toBeLessThan(700);
});
