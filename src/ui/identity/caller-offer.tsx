import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import { useState } from "react";
import type { Caller } from "#core/credentials/caller.ts";
import {
  type CallerFill,
  type CallerValue,
  fillAssignments,
  matchCaller,
} from "#core/credentials/caller-fill.ts";
import type { Assignment } from "#core/parameters/taken.ts";
import type { Side } from "#core/side.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { Answered } from "./failure.tsx";

/** What would be filled in, shown before it is; or whose credentials these are instead. */
export function CallerOffer(props: {
  readonly caller: Caller;
  readonly side: Side;
  readonly onFill: (places: readonly Assignment[], said: readonly string[]) => void;
  readonly onDiscard: () => void;
}) {
  const { caller, side } = props;
  const { draft } = useSharing();
  const match = matchCaller(caller, side, draft);
  return (
    <Answered>
      {match.kind === "mismatch" ? (
        <Alert type="warning" header="Nothing is filled in">
          <p className="identity-line">{match.message}</p>
          <p className="identity-words">STS says: {caller.arn}</p>
        </Alert>
      ) : (
        <Offer key={caller.arn} {...props} fill={match.fill} />
      )}
    </Answered>
  );
}

function Offer(props: Parameters<typeof CallerOffer>[0] & { readonly fill: CallerFill }) {
  const { caller, side, fill } = props;
  const { draft } = useSharing();
  const { account, partition, principal } = fill;
  // Somebody who has entered principals already is probably the admin, not one more of them.
  const [withPrincipal, setWithPrincipal] = useState(principal?.change === "fill");
  const assignments = fillAssignments(fill, side, draft, withPrincipal);
  const filled = [
    ...(account.change === "none" ? [] : [`${account.label} is set to ${account.value}.`]),
    ...(principal !== undefined && withPrincipal && principal.change !== "none"
      ? [`${principal.value} is entered as principal.`, ...caller.said]
      : []),
  ];
  return (
    <>
      <p className="identity-line">
        STS says: <code>{caller.arn}</code>
      </p>
      <dl className="identity-values">
        <Value value={account} />
        <Value value={partition} />
        {principal !== undefined && <Value value={principal} />}
      </dl>
      {principal !== undefined && principal.change !== "none" && (
        <Checkbox
          checked={withPrincipal}
          onChange={({ detail }) => setWithPrincipal(detail.checked)}
          description="The identity that will use the shared data, which need not be the one that set this up."
        >
          Enter this principal too
        </Checkbox>
      )}
      {side === "consumer" && principal?.change !== "none" && caller.said.length > 0 && (
        <ul className="identity-list">
          {caller.said.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <div className="identity-actions">
        <Button
          formAction="none"
          variant="primary"
          disabled={assignments.length === 0}
          onClick={() => props.onFill(assignments, filled)}
        >
          Fill in
        </Button>
        <Button formAction="none" variant="link" onClick={props.onDiscard}>
          {assignments.length === 0 ? "Close" : "Discard"}
        </Button>
      </div>
    </>
  );
}

function Value({ value }: { readonly value: CallerValue }) {
  return (
    <div>
      <dt>{value.label}</dt>
      <dd>
        <code>{value.value}</code> <span className="identity-change">{changeText(value)}</span>
      </dd>
    </div>
  );
}

function changeText({ change, before }: CallerValue): string {
  switch (change) {
    case "fill":
      return "goes into the empty field";
    case "replace":
      return `replaces ${before ?? "what is there"}`;
    case "add":
      return "joins the principals there are";
    case "none":
      return "is what the field says";
    case "told":
      return "";
  }
}
