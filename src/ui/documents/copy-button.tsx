import Button from "@cloudscape-design/components/button";
import { useEffect, useState } from "react";
import { copyText } from "#platform/clipboard.ts";
import type { CanCopy } from "#ui/wizard/sharing-context.tsx";
import "./copy-button.css";

const SHOWN_MS = 4000;

/** Copies, and says so to eye and ear; says what to do where the browser refuses. */
export function CopyButton(props: {
  /** What is copied, for the button's name and the announcement: "the command of step 2". */
  readonly what: string;
  readonly text: () => string;
  readonly gate: CanCopy;
  readonly label?: string;
  readonly variant?: "normal" | "inline-link" | "primary" | "icon";
}) {
  const { what, gate, label = "Copy", variant = "normal" } = props;
  const [said, setSaid] = useState<{ readonly ok: boolean; readonly text: string }>();
  useEffect(() => {
    if (said?.ok !== true) return;
    const timer = setTimeout(() => setSaid(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    const outcome = await copyText(props.text());
    setSaid(
      outcome.ok ? { ok: true, text: `Copied ${what}` } : { ok: false, text: outcome.message },
    );
  };
  const shown = said?.ok === true ? "Copied" : label;
  return (
    <span className="copy-button">
      <Button
        variant={variant}
        iconName={said?.ok === true ? "check" : "copy"}
        ariaLabel={`${shown} ${what}`}
        disabled={!gate.ok}
        {...(gate.ok ? {} : { disabledReason: gate.reason })}
        onClick={() => void copy()}
      >
        {variant === "icon" ? undefined : shown}
      </Button>
      <span
        role="status"
        className={said?.ok === false ? "copy-button-refused" : "sh-visually-hidden"}
      >
        {said?.text ?? ""}
      </span>
    </span>
  );
}
