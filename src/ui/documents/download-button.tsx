import Button from "@cloudscape-design/components/button";
import { useState } from "react";
import { type Download, downloadFile } from "#platform/download.ts";
import type { CanCopy } from "#ui/wizard/sharing-context.tsx";
import "./copy-button.css";

/** Saves a file that is made when it is asked for; says what to do where the browser refuses. */
export function DownloadButton(props: {
  readonly name: string;
  readonly type: string;
  readonly content: () => Download["content"];
  readonly gate: CanCopy;
  readonly label?: string;
  readonly variant?: "normal" | "primary";
}) {
  const { name, type, gate, label = "Download" } = props;
  const [refusal, setRefusal] = useState("");
  const download = () => {
    const outcome = downloadFile({ name, type, content: props.content() });
    setRefusal(outcome.ok ? "" : outcome.message);
  };
  return (
    <span className="copy-button">
      <Button
        variant={props.variant ?? "normal"}
        iconName="download"
        ariaLabel={label === "Download" ? `Download ${name}` : label}
        disabled={!gate.ok}
        {...(gate.ok ? {} : { disabledReason: gate.reason })}
        onClick={download}
      >
        {label}
      </Button>
      <span role="status" className={refusal === "" ? "sh-visually-hidden" : "copy-button-refused"}>
        {refusal}
      </span>
    </span>
  );
}
