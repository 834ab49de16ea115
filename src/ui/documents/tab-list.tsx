import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import "./tab-list.css";

export interface Tab {
  readonly id: string;
  readonly label: ReactNode;
}

/** Tabs over one panel whose content changes, so that its editor stays. Arrow keys, Home and End move. */
export function TabList(props: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly panelId: string;
  readonly onSelect: (id: string) => void;
}) {
  const { tabs, active, panelId, onSelect } = props;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Moves only the strip, never the page.
    const strip = list.current;
    const tab = document.getElementById(tabId(panelId, active));
    if (strip === null || tab === null) return;
    const end = tab.offsetLeft + tab.offsetWidth;
    if (tab.offsetLeft < strip.scrollLeft) strip.scrollLeft = tab.offsetLeft;
    else if (end > strip.scrollLeft + strip.clientWidth) strip.scrollLeft = end - strip.clientWidth;
  }, [active, panelId]);
  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.id === active);
    const to = destination(event.key, index, tabs.length);
    const tab = to === undefined ? undefined : tabs[to];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    document.getElementById(tabId(panelId, tab.id))?.focus();
  };
  return (
    <div className="tab-list" role="tablist" aria-label={props.label} ref={list}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={tabId(panelId, tab.id)}
          aria-selected={tab.id === active}
          aria-controls={panelId}
          tabIndex={tab.id === active ? 0 : -1}
          onClick={() => onSelect(tab.id)}
          onKeyDown={move}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

export function tabId(panelId: string, id: string): string {
  return `${panelId}-tab-${id}`;
}

function destination(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (index + 1) % count;
    case "ArrowLeft":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
