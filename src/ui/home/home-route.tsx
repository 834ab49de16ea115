import content from "virtual:home-content";
import { useTitle } from "#ui/shell/use-title.ts";
import { Home } from "./home.tsx";

export function HomeRoute() {
  useTitle();
  return <Home content={content} />;
}
