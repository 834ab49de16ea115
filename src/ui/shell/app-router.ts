import { createContext } from "react";
import type { createHashRouter } from "react-router";

type Router = ReturnType<typeof createHashRouter>;

/** The page's router, for what has to know where it is going before React has drawn it. */
export const AppRouter = createContext<Router | undefined>(undefined);
