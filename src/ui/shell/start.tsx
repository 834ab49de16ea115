import "@cloudscape-design/global-styles/index.css";
import "./shell.css";
import { createRoot } from "react-dom/client";
import { createHashRouter } from "react-router";
import { RouterProvider } from "react-router/dom";
import { followColorMode } from "./color-mode.ts";
import { routes } from "./routes.tsx";

const router = createHashRouter(routes);

export async function start(): Promise<void> {
  followColorMode();
  const root = document.getElementById("root");
  if (root === null) throw new Error("index.html has no #root");
  createRoot(root).render(<RouterProvider router={router} />);
}
