import type { Side } from "#core/side.ts";
import { CopyButton } from "#ui/documents/copy-button.tsx";
import { sendingGate } from "#ui/documents/copy-gate.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { errorsOfSide } from "#ui/wizard/step-progress.ts";
import { mailText } from "./mail-text.ts";

/** Some mail programs and chats cut addresses that are longer. */
const LONG_LINK = 2000;

/** The way to the other owner, and back. A link may be sent while values are missing: that is what it is for. */
export function LinkSection() {
  const { prepared, side, canCopy, link } = useSharing();
  const other: Side = side === "consumer" ? "owner" : "consumer";
  const { name, inSentence } = prepared.method.sides[other];
  const back = side === "consumer";
  const url = link(other);
  const missing = errorsOfSide(prepared, other).length;
  const steps = prepared.plan.steps.filter((step) => step.side === other).length;
  const gate = sendingGate(canCopy);
  const message = mailText(prepared, { side: other, link: url, missing, steps });
  return (
    <section
      className={`hand-over-section link-section side-${other}`}
      aria-labelledby="link-title"
    >
      <h3 id="link-title">
        {back ? "Link back to" : "Link for"} {name}
      </h3>
      <p className="hand-over-lead">
        It opens as {inSentence}:{" "}
        {missing === 0
          ? "no value of theirs is missing"
          : missing === 1
            ? "1 value is theirs to fill in"
            : `${missing} values are theirs to fill in`}
        , {steps === 1 ? "1 step is theirs" : `${steps} steps are theirs`}.{" "}
        {back ? "Your answers travel with it." : "Their page gives a link back to you."}
      </p>
      <div className="link-line">
        <input
          className="link-text"
          readOnly={true}
          aria-label={`Link for ${name}`}
          value={url}
          disabled={!gate.ok}
          onFocus={(event) => event.target.select()}
        />
        <CopyButton
          variant="primary"
          label="Copy link"
          what={`the link for ${name}`}
          text={() => url}
          gate={gate}
        />
        <CopyButton
          label="Copy message"
          what={`a message with the link for ${name}`}
          text={() => message}
          gate={gate}
        />
      </div>
      <p className="link-facts">
        {url.length.toLocaleString("en")} characters. The values stand behind the #, which browsers
        send to no server; it carries no credentials and no secret.
        {url.length > LONG_LINK &&
          " Some mail programs cut addresses this long: send agreement.json instead, it opens on the start page."}
      </p>
      <details className="link-message">
        <summary>Read the message</summary>
        <pre>{message}</pre>
      </details>
    </section>
  );
}
