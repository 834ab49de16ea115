import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { useState } from "react";
import type { Where } from "#core/parameters/parameter.ts";
import { copyText } from "#platform/clipboard.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

/** "Where do I find this?": the command to run and the console page to open. Closed, it costs nothing. */
export function WhereToFind(props: {
  readonly label: string;
  /** Several stand together: each says what it is about. */
  readonly named?: boolean;
  readonly where: Where;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details className="where" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {props.named === true ? (
          `${props.label}: where do I find this?`
        ) : (
          <>
            Where do I find this?<span className="sh-visually-hidden"> {props.label}</span>
          </>
        )}
      </summary>
      {open && <WhereBody where={props.where} />}
    </details>
  );
}

function WhereBody(props: { readonly where: Where }) {
  const { draft } = useSharing();
  const { note } = props.where;
  const command = props.where.command?.(draft);
  const page = props.where.console?.(draft);
  return (
    <div className="where-body">
      {note !== undefined && <p>{note}</p>}
      {command !== undefined && <Command text={command} />}
      {page !== undefined && (
        <p>
          <Link external href={page.url} externalIconAriaLabel="Opens in a new tab">
            {page.label}
          </Link>
        </p>
      )}
    </div>
  );
}

function Command(props: { readonly text: string }) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    const outcome = await copyText(props.text);
    setSaid(outcome.ok ? "Copied" : outcome.message);
  };
  return (
    <div className="where-command">
      <code>{props.text}</code>
      <Button iconName="copy" variant="inline-link" onClick={() => void copy()}>
        Copy command
      </Button>
      <span role="status">{said}</span>
    </div>
  );
}
