import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createHashRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { AppRouter } from "./app-router.ts";
import type { Opened } from "./open-sharing.ts";
import { routes } from "./routes.tsx";

/**
 * `prerendered`: the root already shows the start page, and React takes over what is there.
 * `instead`: the address had been mangled, and this is what it was meant to be.
 */
export function mount(
  root: HTMLElement,
  prerendered: boolean,
  instead?: Extract<Opened, { ok: true }>,
): void {
  if (instead !== undefined) history.replaceState(null, "", `#${instead.to}`);
  const router = createHashRouter(routes);
  if (instead?.state !== undefined) {
    void router.navigate(instead.to, { replace: true, state: instead.state });
  }
  const page = (
    <AppRouter value={router}>
      <RouterProvider router={router} />
    </AppRouter>
  );
  // As a transition React takes over in slices, and lets the browser answer in between.
  if (prerendered) startTransition(() => void hydrateRoot(root, page));
  else createRoot(root).render(page);
  delete document.documentElement.dataset["arriving"];
}
