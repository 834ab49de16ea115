import Spinner from "@cloudscape-design/components/spinner";
import { lazy, Suspense, useState } from "react";
import { type CanCopy, useSharing } from "#ui/wizard/sharing-context.tsx";
import "./identity.css";

const TestHandshake = lazy(async () => {
  const { TestHandshake } = await import("./test-handshake.tsx");
  return { default: TestHandshake };
});

/** Where a role is assumed, whoever assumes it can try that from here. */
export function HandshakeCheck(props: { readonly gate: CanCopy }) {
  const { prepared } = useSharing();
  const [open, setOpen] = useState(false);
  const { accessPath } = prepared;
  if (accessPath.kind !== "through-role" || !prepared.complete) return null;
  return (
    <section className="hand-over-section" aria-labelledby="handshake-title">
      <h3 id="handshake-title">Test the handshake</h3>
      <p className="hand-over-lead">
        Optional. When both accounts' steps are done, a principal of account B can assume the role
        from here, with temporary credentials, and see whether AWS lets it in.
      </p>
      {props.gate.ok ? (
        <details className="identity" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>Assume the role with my credentials</summary>
          {open && (
            <Suspense fallback={<Spinner />}>
              <TestHandshake path={accessPath} />
            </Suspense>
          )}
        </details>
      ) : (
        <p className="hand-over-lead">{props.gate.reason}</p>
      )}
    </section>
  );
}
