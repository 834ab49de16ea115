import { useRouteError } from "react-router";

export function RouteError() {
  const error = useRouteError();
  return (
    <div className="notice" role="alert">
      <h1>This page stopped working</h1>
      <p>{error instanceof Error ? error.message : "Something unexpected happened."}</p>
      <p>
        <a href="#/">Go to the start</a>
      </p>
    </div>
  );
}
