import Alert from "@cloudscape-design/components/alert";
import { type ReactNode, useEffect, useRef } from "react";
import type { FailureText } from "#core/credentials/failure-text.ts";

/** Why it did not work, and what to do; the focus goes there, since the answer stands in its place. */
export function Failure(props: { readonly text: FailureText; readonly children?: ReactNode }) {
  const { title, remedies, said } = props.text;
  const [first] = remedies;
  return (
    <Answered>
      <Alert type="error" header={title}>
        {remedies.length === 1 ? (
          <p className="identity-line">{first}</p>
        ) : (
          <ul className="identity-list">
            {remedies.map((remedy) => (
              <li key={remedy}>{remedy}</li>
            ))}
          </ul>
        )}
        {said !== undefined && <p className="identity-words">AWS says: {said}</p>}
        {props.children}
      </Alert>
    </Answered>
  );
}

/** Read out when it appears, and where the keyboard goes on. */
export function Answered(props: { readonly children: ReactNode }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section ref={place} className="identity-answer" aria-label="Answer" tabIndex={-1}>
      {props.children}
    </section>
  );
}
