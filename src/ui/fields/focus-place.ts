/** Id of the control that edits the place, unique on the page. */
export function controlId(at: string): string {
  return `field-${at.replaceAll(".", "-")}`;
}

const FOCUSABLE = "input, textarea, select, button, [tabindex='0']";

/** Focuses the control of a place, or of the nearest thing around it that is on screen. */
export function focusPlace(at: string, root: ParentNode = document): boolean {
  for (let place = at; place.includes("."); place = place.slice(0, place.lastIndexOf("."))) {
    const wrapper = root.querySelector(`[data-at="${CSS.escape(place)}"]`);
    const control = wrapper?.querySelector<HTMLElement>(FOCUSABLE);
    if (wrapper !== null && wrapper !== undefined && control !== null && control !== undefined) {
      control.focus({ preventScroll: true });
      wrapper.scrollIntoView({ block: "center" });
      return true;
    }
  }
  return false;
}

/** The place that an element of the form edits. */
export function placeOf(element: EventTarget | null): string | undefined {
  if (!(element instanceof Element)) return undefined;
  return element.closest<HTMLElement>("[data-at]")?.dataset["at"];
}

/** As `placeOf`, for the controls alone: leaving a disclosure or a "Remove" leaves no value. */
export function editedPlace(element: EventTarget | null): string | undefined {
  const isControl =
    element instanceof Element && element.matches("input, textarea, select, button[aria-haspopup]");
  return isControl ? placeOf(element) : undefined;
}
