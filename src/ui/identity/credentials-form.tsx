import Button from "@cloudscape-design/components/button";
import Icon from "@cloudscape-design/components/icon";
import Spinner from "@cloudscape-design/components/spinner";
import { type RefObject, useEffect, useId, useState } from "react";
import { stsEndpoint } from "#core/aws/sts-endpoint.ts";
import { EXPORT_COMMAND } from "#core/credentials/credentials.ts";
import { readCredentials } from "#core/credentials/read-credentials.ts";
import { now } from "#platform/clock.ts";
import { CopyButton } from "#ui/documents/copy-button.tsx";
import { RegionChoice } from "./region-choice.tsx";

export type CredentialsBox = RefObject<HTMLTextAreaElement | null>;

/** What can be said about a paste; nothing of it is kept here. */
type Reading =
  | { readonly kind: "empty" | "ready" | "long-term" }
  | { readonly kind: "wrong"; readonly message: string };

export function readBox(box: CredentialsBox) {
  return readCredentials(box.current?.value ?? "", Math.floor(now().getTime() / 1000));
}

function reading(box: CredentialsBox): Reading {
  if ((box.current?.value ?? "").trim() === "") return { kind: "empty" };
  const read = readBox(box);
  if (!read.ok) return { kind: "wrong", message: read.message };
  return { kind: read.value.longTerm ? "long-term" : "ready" };
}

/**
 * Where credentials are pasted. React knows the box, not what is in it: the text is in no state, no
 * form and no store, and the browser is asked to remember nothing of it.
 */
export function CredentialsForm(props: {
  readonly box: CredentialsBox;
  readonly profile: string;
  readonly action: string;
  readonly region: string;
  readonly running: boolean;
  readonly long: boolean;
  readonly onRegion: (region: string) => void;
  readonly onAsk: () => void;
  readonly onCancel: () => void;
}) {
  const { box, running, region } = props;
  const [read, setRead] = useState<Reading>({ kind: "empty" });
  const id = useId();
  useEmptiedOnLeave(box);
  const command = `${EXPORT_COMMAND}${props.profile === "" ? "" : ` --profile "${props.profile}"`}`;
  const ask = () => {
    const found = readBox(box);
    setRead(found.ok ? { kind: "empty" } : { kind: "wrong", message: found.message });
    if (found.ok) props.onAsk();
    else box.current?.focus();
  };
  return (
    <>
      <div className="where-command">
        <code>{command}</code>
        <CopyButton
          variant="inline-link"
          label="Copy command"
          what="that prints the credentials"
          text={() => command}
          gate={{ ok: true }}
        />
      </div>
      <label className="identity-label" htmlFor={id}>
        Credentials, as that command prints them
      </label>
      <textarea
        ref={box}
        id={id}
        className="identity-box"
        rows={4}
        disabled={running}
        aria-describedby={`${id}-said`}
        aria-invalid={read.kind === "wrong"}
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="none"
        spellCheck={false}
        translate="no"
        data-1p-ignore=""
        data-bwignore=""
        data-lpignore="true"
        data-gramm="false"
        onInput={() => setRead(reading(box))}
        // What a paste into the fields around it means is no business of this box.
        onPaste={(event) => event.stopPropagation()}
      />
      <div id={`${id}-said`} className="identity-said" role="status">
        <Said read={read} />
      </div>
      <RegionChoice region={region} disabled={running} onChange={props.onRegion} />
      <div className="identity-actions">
        <Button formAction="none" disabled={running} onClick={ask}>
          {props.action}
        </Button>
        {running && (
          <Button formAction="none" variant="link" onClick={props.onCancel}>
            Cancel
          </Button>
        )}
        <span className="identity-waiting" role="status">
          {running && (
            <>
              <Spinner />{" "}
              {props.long
                ? `Still waiting for ${stsEndpoint(region)}. You can cancel; nothing is changed.`
                : `Asking ${stsEndpoint(region)}`}
            </>
          )}
        </span>
      </div>
    </>
  );
}

function Said({ read }: { readonly read: Reading }) {
  switch (read.kind) {
    case "empty":
      return null;
    case "ready":
      return (
        <>
          <Icon name="status-positive" size="small" variant="success" /> Temporary credentials,
          complete.
        </>
      );
    case "long-term":
      return (
        <>
          <Icon name="status-warning" size="small" variant="warning" /> A long-term key (AKIA…): it
          works until somebody deactivates it. Prefer temporary credentials here, from aws sso login
          or aws sts get-session-token.
        </>
      );
    case "wrong":
      return (
        <span className="identity-wrong">
          <Icon name="status-negative" size="small" variant="error" /> {read.message}
        </span>
      );
  }
}

/** A page that is left may be kept by the browser, to come back to. */
function useEmptiedOnLeave(box: CredentialsBox): void {
  useEffect(() => {
    const element = box.current;
    const empty = () => {
      if (element !== null) element.value = "";
    };
    window.addEventListener("pagehide", empty);
    return () => {
      window.removeEventListener("pagehide", empty);
      empty();
    };
  }, [box]);
}
