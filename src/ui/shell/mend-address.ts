import type { Opened } from "./open-sharing.ts";

/** The router's addresses begin with `#/` and a name; anything else was changed on the way. */
export function isMangled(hash: string): boolean {
  return hash.length > 1 && !/^#\/(?:[a-z]|$)/.test(hash);
}

/** Where a mangled address was meant to lead. 404.html leaves `%23` in, so that it can be told. */
export async function mendedAddress(href: string): Promise<Extract<Opened, { ok: true }>> {
  const fragment = href.slice(href.indexOf("#") + 1);
  const { openPastedLink } = await import("./open-sharing.ts");
  const opened = openPastedLink(/^%23/i.test(fragment) ? fragment : href);
  // What cannot be opened is shown as what it is by the screen it names.
  return opened.ok ? opened : { ok: true, to: fragment.replace(/^%23/i, "").replace(/^%2f/i, "/") };
}
