import { type ReactNode, startTransition, useEffect, useRef } from "react";
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
      <CaughtUp router={router}>
        <RouterProvider router={router} />
      </CaughtUp>
    </AppRouter>
  );
  // As a transition React takes over in slices, and lets the browser answer in between.
  if (prerendered) startTransition(() => void hydrateRoot(root, page));
  else createRoot(root).render(page);
  delete document.documentElement.dataset["arriving"];
}

/**
 * The provider listens to the router only once it is on screen. React takes over in slices, so a link that was
 * clicked meanwhile may have led on already, and nobody would draw it.
 */
function CaughtUp(props: {
  readonly router: ReturnType<typeof createHashRouter>;
  readonly children: ReactNode;
}) {
  const { router, children } = props;
  const drawn = useRef(router.state);
  useEffect(() => {
    if (router.state !== drawn.current) void router.revalidate();
  }, [router]);
  return children;
}
