import { isRouteErrorResponse, useRouteError } from "react-router";
import { useTitle } from "./use-title.ts";

/** Shown instead of a screen that could not be loaded or stopped while drawing. */
export function RouteError() {
  const error = useRouteError();
  useTitle("Something went wrong");
  const fetching = isFetchFailure(error);
  return (
    <div className="notice" role="alert">
      <h1>
        {fetching ? "This part of the page could not be loaded" : "This screen stopped working"}
      </h1>
      <p>
        {fetching
          ? "Either the network is gone, or the page was replaced by a newer version. Reload it; your values are in the address and are kept."
          : "This is a fault of the page, not of your values: they are in the address and are kept. Reload it, or go to the start page."}
      </p>
      <p>
        <button type="button" className="sh-button" onClick={() => location.reload()}>
          Reload
        </button>{" "}
        <a href="#/">Go to the start page</a>
      </p>
      {!fetching && <pre className="notice-detail">{detail(error)}</pre>}
    </div>
  );
}

/** Each browser has words of its own for a script or style sheet that did not arrive. */
function isFetchFailure(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|module script failed|preload CSS|Importing a module/i.test(
      error.message,
    )
  );
}

function detail(error: unknown): string {
  if (isRouteErrorResponse(error)) return `${error.status} ${error.statusText}`;
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
