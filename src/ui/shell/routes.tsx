import type { RouteObject } from "react-router";
import { HomeRoute } from "#ui/home/home-route.tsx";
import { NotFound } from "./not-found.tsx";
import { RouteError } from "./route-error.tsx";
import { Shell } from "./shell.tsx";

/** The home page is here; everything that draws Cloudscape components comes when it is asked for. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteError />,
    HydrateFallback: () => null,
    children: [
      { index: true, element: <HomeRoute /> },
      {
        lazy: () => import("./cloudscape-frame.tsx"),
        children: [
          { path: ":methodId/:stepId?", lazy: () => import("#ui/wizard/wizard-route.tsx") },
        ],
      },
      { path: "*", element: <NotFound /> },
    ],
  },
];
