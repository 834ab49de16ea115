import Spinner from "@cloudscape-design/components/spinner";
import { lazy, Suspense, useState } from "react";
import type { Side } from "#core/side.ts";
import "./identity.css";

const FillFromCredentials = lazy(async () => {
  const { FillFromCredentials } = await import("./fill-from-credentials.tsx");
  return { default: FillFromCredentials };
});

/** Closed, it costs nothing and asks nobody; what is inside goes when it is closed again. */
export function IdentityCheck(props: { readonly side: Side }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="identity" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Fill from my credentials (optional)</summary>
      {open && (
        <Suspense fallback={<Spinner />}>
          <FillFromCredentials side={props.side} />
        </Suspense>
      )}
    </details>
  );
}
