import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { SIDES, type Side } from "#core/side.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import type { Reveal, Revealed } from "./reveal.ts";

type Opened = Readonly<Partial<Record<Side, string>>>;

/** Which document of each side is at the front, and the ways to bring another one there. */
export function useOpenedDocuments(): {
  readonly view: RefObject<HTMLElement | null>;
  readonly opened: Opened;
  readonly revealed: Revealed | undefined;
  readonly openTab: (side: Side, id: string) => void;
  /** The first of each side comes to the front; the page goes there. */
  readonly open: (ids: readonly string[]) => void;
  readonly reveal: Reveal;
} {
  const { prepared } = useSharing();
  const { documents } = prepared;
  const [opened, setOpened] = useState<Opened>({});
  const [revealed, setRevealed] = useState<Revealed>();
  const [jump, setJump] = useState<Jump>();
  const view = useRef<HTMLElement>(null);
  const turns = useRef(0);
  useEffect(() => {
    if (jump === undefined) return;
    const tab = view.current?.querySelector<HTMLElement>(
      `.side-${jump.side} [role="tab"][aria-selected="true"]`,
    );
    view.current?.scrollIntoView({ block: "start" });
    tab?.focus({ preventScroll: true });
  }, [jump]);
  const openTab = useCallback((side: Side, id: string) => {
    setOpened((before) => ({ ...before, [side]: id }));
    setRevealed(undefined);
  }, []);
  const open = useCallback(
    (ids: readonly string[]) => {
      const named = documents.filter(({ id }) => ids.includes(id));
      const [first] = named;
      if (first === undefined) return;
      for (const side of SIDES) {
        const document = named.find((one) => one.side === side);
        if (document !== undefined) openTab(side, document.id);
      }
      setJump({ side: first.side });
    },
    [documents, openTab],
  );
  const reveal = useCallback<Reveal>(
    (documentId, path = []) => {
      const document = documents.find(({ id }) => id === documentId);
      if (document === undefined) return;
      openTab(document.side, documentId);
      turns.current += 1;
      setRevealed({ documentId, path, turn: turns.current });
    },
    [documents, openTab],
  );
  return { view, opened, revealed, openTab, open, reveal };
}

interface Jump {
  readonly side: Side;
}
