import type { RouteObject } from "react-router";
import { HomeRoute } from "#ui/home/home-route.tsx";
import { NotFound } from "./not-found.tsx";
import { Opening } from "./opening.tsx";
import { RouteError } from "./route-error.tsx";
import { Shell } from "./shell.tsx";

/** The start page is here; everything that draws Cloudscape's components comes when it is asked for. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    errorElement: <RouteError />,
    children: [
      {
        // A screen that fails leaves the header and the theme in place.
        errorElement: <RouteError />,
        HydrateFallback: Opening,
        children: [
          { index: true, element: <HomeRoute /> },
          { path: "advisor", lazy: () => import("#ui/advisor/advisor-route.tsx") },
          { path: "compare", lazy: () => import("#ui/advisor/compare-route.tsx") },
          {
            lazy: () => import("./cloudscape-frame.tsx"),
            children: [
              { path: "end", lazy: () => import("#ui/end/end-route.tsx") },
              { path: ":methodId/:stepId?", lazy: () => import("#ui/wizard/wizard-route.tsx") },
            ],
          },
          { path: "*", element: <NotFound /> },
        ],
      },
    ],
  },
];
