import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useTitle } from "./use-title.ts";

/** An address of no screen may still be a sharing's link that something on the way has changed. */
export function NotFound() {
  const navigate = useNavigate();
  const [problem, setProblem] = useState<string>();
  useTitle("Not found");
  useEffect(() => {
    let current = true;
    void import("./open-sharing.ts").then(({ openPastedLink }) => {
      if (!current) return;
      const opened = openPastedLink(location.href);
      if (opened.ok) return navigate(opened.to, { replace: true, state: opened.state });
      setProblem(opened.message);
    });
    return () => {
      current = false;
    };
  }, [navigate]);

  if (problem === undefined) return <p className="notice">Looking at the address …</p>;
  return (
    <div className="notice">
      <h1>There is no such page</h1>
      <p>{problem}</p>
      <p>
        <a href="#/">Go to the start page</a>
      </p>
    </div>
  );
}
