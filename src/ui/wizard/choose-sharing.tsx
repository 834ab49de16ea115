import Button from "@cloudscape-design/components/button";
import { useParams } from "react-router";
import type { Session } from "./session.ts";
import { SessionValues } from "./session-values.tsx";
import { stopsOf } from "./step-progress.ts";

const BROUGHT_BY: Readonly<Record<Session["origin"], string>> = {
  link: "the link",
  file: "the agreement file",
  example: "the worked example",
  typed: "the address",
};

/** The tab holds one sharing and is asked to open another. Nothing is replaced before a choice is made. */
export function ChooseSharing(props: {
  readonly mine: Session;
  readonly theirs: Session;
  readonly onOpen: (session: Session, stepId: string) => void;
}) {
  const { mine, theirs, onOpen } = props;
  const { stepId } = useParams();
  const source = BROUGHT_BY[theirs.origin];
  const open = (session: Session) => {
    const stops = stopsOf(session.method);
    const stop = stops.find(({ id }) => id === stepId) ?? stops[0];
    if (stop !== undefined) onOpen(session, stop.id);
  };
  return (
    <div className="notice notice-wide">
      <title>Which sharing? · S3 Handshake</title>
      <h1>Which sharing do you want to go on with?</h1>
      <p>
        This tab already holds a sharing, and {source} brings another one. The one you do not choose
        is dropped from this tab.
      </p>
      <div className="choose">
        <section aria-labelledby="choose-mine">
          <h2 id="choose-mine">In this tab</h2>
          <p>{mine.method.title}</p>
          <SessionValues session={mine} caption="Values in this tab" />
          <Button variant="primary" onClick={() => open(mine)}>
            Keep what is in this tab
          </Button>
        </section>
        <section aria-labelledby="choose-theirs">
          <h2 id="choose-theirs">From {source}</h2>
          <p>{theirs.method.title}</p>
          <SessionValues session={theirs} caption={`Values from ${source}`} />
          <Button onClick={() => open(theirs)}>Open {source} instead</Button>
        </section>
      </div>
    </div>
  );
}
