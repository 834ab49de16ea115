import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import { Link } from "react-router";
import type { Session } from "./session.ts";
import { SessionValues } from "./session-values.tsx";

/** A link that cannot be trusted: what happened, what could be read, what to ask for. Nothing of it is used. */
export function RefusedLink(props: {
  readonly message: string;
  /** What could be read of it. */
  readonly read: Session | undefined;
  /** What this tab held before. */
  readonly mine: Session | undefined;
  readonly onOpen: (session: Session, stepId: string) => void;
}) {
  const { message, read, mine, onOpen } = props;
  const firstStep = mine?.method.steps[0]?.id;
  return (
    <div className="notice notice-wide">
      <title>The link could not be opened · S3 Handshake</title>
      <h1>This link could not be opened</h1>
      <Alert type="error">{message}</Alert>
      <h2>What to do</h2>
      <ol>
        <li>
          Open the link from the original message again. Copy all of it, up to its very end: mail
          programs break long links into several lines.
        </li>
        <li>
          Does it still not open? Ask the sender for <code>agreement.json</code> instead (“Download
          agreement.json” in the step Hand over) and <Link to="/">open it on the start page</Link>.
        </li>
      </ol>
      {read !== undefined && (
        <>
          <h2>What could be read</h2>
          <p>
            To help you recognise it: {read.method.title}. Some of it may be wrong, so none of it
            was used.
          </p>
          <SessionValues session={read} caption="Values in the damaged link" />
        </>
      )}
      <div className="notice-actions">
        {mine !== undefined && firstStep !== undefined && (
          <Button variant="primary" onClick={() => onOpen(mine, firstStep)}>
            Go on with the sharing in this tab
          </Button>
        )}
        <Link className="sh-button" to="/">
          Go to the start
        </Link>
      </div>
    </div>
  );
}
