import { opensElsewhere } from "./opens-elsewhere.ts";

/** Marks an element of the prerendered page that only React can answer for. */
export const FOLLOWED_BY_REACT = { "data-follow": "react" } as const;

const AGAIN = {
  click: (element: HTMLElement) => element.click(),
  change: (element: HTMLElement) => element.dispatchEvent(new Event("change", { bubbles: true })),
  submit: (element: HTMLElement) => (element as HTMLFormElement).requestSubmit(),
} as const;

type Held = keyof typeof AGAIN;

const ANSWERS: Readonly<Record<string, Held>> = { A: "click", INPUT: "change", FORM: "submit" };

/**
 * Holds what is done to marked elements before React is there to see it. Calling the result lets
 * it happen again, once React is.
 */
export function holdForReact(root: HTMLElement): () => void {
  const held = new Map<HTMLElement, Held>();
  const controller = new AbortController();
  const hold = (event: Event) => {
    const target = event.target instanceof Element ? event.target : null;
    const element = target?.closest<HTMLElement>("[data-follow=react]");
    if (element === null || element === undefined) return;
    const answer = ANSWERS[element.tagName];
    if (answer !== event.type) return;
    if (event instanceof MouseEvent && opensElsewhere(event)) return;
    event.preventDefault();
    held.set(element, answer);
  };
  for (const type of Object.keys(AGAIN)) {
    root.addEventListener(type, hold, { signal: controller.signal });
  }
  return () => {
    controller.abort();
    for (const [element, answer] of held) AGAIN[answer](element);
  };
}
