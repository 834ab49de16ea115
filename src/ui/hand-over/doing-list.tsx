import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { type ClipboardEvent, useState } from "react";
import { CopyButton } from "#ui/documents/copy-button.tsx";
import type { CanCopy } from "#ui/wizard/sharing-context.tsx";
import type { Doing } from "./step-doings.ts";

const SHOWN = 4;

/** Commands, lines for a file and things to do by hand, in order. */
export function DoingList(props: {
  readonly doings: readonly Doing[];
  /** For the buttons' names: "step 3". */
  readonly of: string;
  readonly gate: CanCopy;
  readonly onCopyRefused: (event: ClipboardEvent) => void;
}) {
  const { doings, of, gate } = props;
  const [all, setAll] = useState(false);
  const shown = all || doings.length <= SHOWN + 1 ? doings : doings.slice(0, SHOWN);
  return (
    <ol className="doings">
      {shown.map((doing, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same command may come twice
        <li key={index}>
          <OneDoing
            doing={doing}
            what={doings.length === 1 ? `the command of ${of}` : `command ${index + 1} of ${of}`}
            gate={gate}
            onCopyRefused={props.onCopyRefused}
          />
        </li>
      ))}
      {shown.length < doings.length && (
        <li>
          <Button variant="inline-link" onClick={() => setAll(true)}>
            Show {doings.length - shown.length} more
          </Button>
        </li>
      )}
    </ol>
  );
}

function OneDoing(props: {
  readonly doing: Doing;
  readonly what: string;
  readonly gate: CanCopy;
  readonly onCopyRefused: (event: ClipboardEvent) => void;
}) {
  const { doing, what, gate } = props;
  if (doing.kind === "by-hand") {
    const isGuide = doing.url.startsWith("https://docs.aws.amazon.com/");
    return (
      <p className="doing-by-hand">
        {doing.instruction}{" "}
        <Link
          external
          href={doing.url}
          externalIconAriaLabel={`Opens ${isGuide ? "AWS's documentation" : "the AWS console"} in a new tab`}
        >
          {isGuide ? "Read how" : "Open the console"}
        </Link>
      </p>
    );
  }
  return (
    <>
      {doing.kind === "file-lines" && <p className="doing-note">Add to {doing.file}:</p>}
      <div className="doing-code" onCopyCapture={props.onCopyRefused}>
        <pre>{doing.text}</pre>
        <CopyButton
          variant="icon"
          what={doing.kind === "command" ? what : `the lines for ${doing.file}`}
          text={() => doing.text}
          gate={gate}
        />
      </div>
      {doing.kind === "command" && doing.note !== undefined && (
        <p className="doing-note">{doing.note}</p>
      )}
    </>
  );
}
