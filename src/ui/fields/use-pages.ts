import { useContext, useState } from "react";
import { FocusContext, type FocusWish } from "./fields-context.tsx";

export interface Pages {
  readonly page: number;
  readonly pageCount: number;
  /** Index of the first item on the page, and of the first one after it. */
  readonly from: number;
  readonly to: number;
  readonly show: (page: number) => void;
}

/** Shows a part of a long list; a wish to focus one of its items turns to that item's page. */
export function usePages(id: string, count: number, size: number): Pages {
  const wish = useContext(FocusContext);
  const [seen, setSeen] = useState<FocusWish | undefined>(wish);
  const [asked, setAsked] = useState(() => pageOf(wish, id, size) ?? 0);
  if (wish !== seen) {
    setSeen(wish);
    const wanted = pageOf(wish, id, size);
    if (wanted !== undefined) setAsked(wanted);
  }
  const pageCount = Math.max(1, Math.ceil(count / size));
  const page = Math.min(asked, pageCount - 1);
  return {
    page,
    pageCount,
    from: page * size,
    to: Math.min(count, (page + 1) * size),
    show: setAsked,
  };
}

function pageOf(wish: FocusWish | undefined, id: string, size: number): number | undefined {
  if (wish === undefined || !wish.at.startsWith(`${id}.`)) return undefined;
  const index = Number.parseInt(wish.at.slice(id.length + 1), 10);
  return Number.isNaN(index) ? undefined : Math.floor(index / size);
}
