import { startTransition } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createHashRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { routes } from "./routes.tsx";

const router = createHashRouter(routes);

/** `prerendered`: the root already shows the start page, and React takes over what is there. */
export function mount(root: HTMLElement, prerendered: boolean): void {
  const page = <RouterProvider router={router} />;
  // As a transition React takes over in slices, and lets the browser answer in between.
  if (prerendered) startTransition(() => void hydrateRoot(root, page));
  else createRoot(root).render(page);
  delete document.documentElement.dataset["arriving"];
}
