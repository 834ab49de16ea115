import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import Textarea from "@cloudscape-design/components/textarea";
import { useMemo, useState } from "react";
import { anyPolicy } from "#core/existing/any-policy.ts";
import { type FoundSharing, sharingsIn } from "#core/existing/sharings.ts";
import { useTitle } from "#ui/shell/use-title.ts";
import { EndResult } from "./end-result.tsx";
import "#ui/there/there.css";
import "./end.css";

/** `#/end`: lists the sharings of a policy that is pasted, and takes one of them out. */
export function Component() {
  useTitle("End a sharing");
  const [pasted, setPasted] = useState("");
  const [chosenId, setChosenId] = useState("");
  const read = useMemo(() => (pasted.trim() === "" ? undefined : anyPolicy(pasted)), [pasted]);
  const policy = read?.ok === true ? read.value : undefined;
  const place = useMemo(() => (policy === undefined ? undefined : placeOf(policy)), [policy]);
  const found = useMemo(
    () =>
      policy === undefined || place === undefined ? undefined : sharingsIn(policy.text, place),
    [policy, place],
  );
  const chosen = found?.sharings.find(({ id }) => id === chosenId);
  return (
    <div className="end">
      <header className="end-head">
        <h1>End a sharing</h1>
        <p>
          Paste the policy as it is now: whom it gives what is listed, and exactly the one you
          choose is taken out. All other statements stay as they are written.
        </p>
      </header>
      <FormField
        stretch
        label="Policy"
        description="A bucket policy, a key policy, a role's trust policy or the resource policy of an S3 Access Grants instance; all that the AWS CLI printed, or the console's text. It stays in this tab, and is gone when you leave the page."
        errorText={read?.ok === false ? read.message : undefined}
      >
        <Textarea
          value={pasted}
          rows={pasted === "" ? 8 : 12}
          spellcheck={false}
          disableBrowserAutocorrect
          placeholder='{ "Version": "2012-10-17", "Statement": [ … ] }'
          onChange={({ detail }) => {
            setPasted(detail.value);
            setChosenId("");
          }}
        />
      </FormField>
      {policy !== undefined && policy.said.length > 0 && (
        <ul className="there-said">
          {policy.said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {policy !== undefined && found !== undefined && (
        <section aria-labelledby="end-sharings">
          <h2 id="end-sharings">Who is given what</h2>
          {found.sharings.length === 0 ? (
            <p>Nobody is given anything by this policy: all of its statements deny.</p>
          ) : (
            <RadioGroup
              ariaLabelledby="end-sharings"
              value={chosenId === "" ? null : chosenId}
              items={found.sharings.map((sharing) => ({
                value: sharing.id,
                label: capital(sharing.who),
                description: descriptionOf(sharing),
              }))}
              onChange={({ detail }) => setChosenId(detail.value)}
            />
          )}
          {found.rules.length > 0 && (
            <p className="end-rules">
              {found.rules.length === 1
                ? "One statement denies"
                : `${found.rules.length} statements deny`}{" "}
              and {found.rules.length === 1 ? "is" : "are"} no sharing:{" "}
              {found.rules
                .map(({ sid, statement }) => (sid === "" ? `statement ${statement + 1}` : sid))
                .join(", ")}
              .
            </p>
          )}
        </section>
      )}
      {policy !== undefined && place !== undefined && chosen !== undefined && (
        <EndResult key={chosen.id} policy={policy} place={place} chosen={chosen} />
      )}
    </div>
  );
}

type Policy = Extract<ReturnType<typeof anyPolicy>, { ok: true }>["value"];

function placeOf({ kind, bucket, resourceArn }: Policy) {
  return { kind, account: "", resourceArn, ...(bucket === "" ? {} : { bucket }) };
}

function descriptionOf({ what, where, statements, sids, origin }: FoundSharing): string {
  const names = statements.map((place, index) =>
    sids[index] === undefined || sids[index] === "" ? `statement ${place + 1}` : sids[index],
  );
  const made = origin === "ours" ? "Made by S3 Handshake" : "Made by somebody else";
  return `${what} on ${where}. ${made}: ${names.join(", ")}.`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
