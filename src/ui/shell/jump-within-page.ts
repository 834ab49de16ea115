/**
 * The fragment is the address of a screen, so an anchor such as `#methods` is followed here instead
 * of by the browser. Anchors to screens start with `#/` and are left alone.
 */
export function jumpWithinPage(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.defaultPrevented) return;
    const target = event.target.closest("a")?.getAttribute("href");
    if (target === null || target === undefined || !/^#[a-z]/.test(target)) return;
    const place = document.getElementById(target.slice(1));
    if (place === null) return;
    event.preventDefault();
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView();
  });
}
