import type { Cards } from "./picture-cards.ts";
import type { PictureLayout } from "./picture-geometry.ts";
import { stackedLayout } from "./stacked-layout.ts";
import { wideLayout } from "./wide-layout.ts";

/** Side by side where there is room for it, otherwise one account above the other. */
export function pictureLayout(cards: Cards, width: number): PictureLayout {
  return wideLayout(cards, width) ?? stackedLayout(cards, width);
}
