import { renderToString } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router";
import { routes } from "./routes.tsx";

/** The start page as markup, drawn by the same routes that take it over in the browser. */
export function prerenderHome(): string {
  return renderToString(<RouterProvider router={createMemoryRouter(routes)} />);
}
