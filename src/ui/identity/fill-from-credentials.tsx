import { useRef, useState } from "react";
import { stsEndpoint, stsRegionFor } from "#core/aws/sts-endpoint.ts";
import { explainFailure } from "#core/credentials/sts-failure.ts";
import { rawText } from "#core/parameters/raw.ts";
import type { Side } from "#core/side.ts";
import { useFields } from "#ui/fields/fields-context.tsx";
import { NoticeLine, useNotices } from "#ui/fields/notice.tsx";
import { byParameter } from "#ui/fields/place-values.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { askCaller } from "./ask-sts.ts";
import { CallerOffer } from "./caller-offer.tsx";
import { CredentialsForm } from "./credentials-form.tsx";
import { Failure } from "./failure.tsx";
import { StsProvider } from "./sts-provider.tsx";
import { takeFrom } from "./take-credentials.ts";
import { useStsCall } from "./use-sts-call.ts";

/** What a `lazy` component has to be; fetched when somebody opens it. */
export function FillFromCredentials(props: { readonly side: Side }) {
  return (
    <StsProvider>
      <Fill side={props.side} />
    </StsProvider>
  );
}

function Fill({ side }: { readonly side: Side }) {
  const { draft } = useSharing();
  const { parameters } = useFields();
  const [chosen, setChosen] = useState<string>();
  const region = chosen ?? stsRegionFor(rawText(draft, "owner.region"));
  const box = useRef<HTMLTextAreaElement>(null);
  const call = useStsCall(() => takeFrom(box), askCaller);
  const notices = useNotices(`${side}.account`);
  const { answer } = call;
  return (
    <div className="identity-body">
      <p>
        GetCallerIdentity of AWS STS says which account and identity credentials belong to. They go
        from this browser to <b>{stsEndpoint(region)?.slice("https://".length)}</b>, for this one
        call, and are kept nowhere.
      </p>
      <p>
        Without credentials: paste what <code>aws sts get-caller-identity</code> prints into the
        account ID above.
      </p>
      <CredentialsForm
        box={box}
        profile={rawText(draft, `${side}.profile`)}
        action="Ask who I am"
        region={region}
        running={call.running}
        long={call.long}
        onRegion={setChosen}
        onAsk={() => call.start({ region })}
        onCancel={call.cancel}
      />
      {answer?.kind === "cancelled" && <p role="status">Cancelled. Nothing was changed.</p>}
      {answer?.kind === "failed" && (
        <Failure text={explainFailure(answer.failure, stsEndpoint(region) ?? "STS")} />
      )}
      {answer?.kind === "done" && (
        <CallerOffer
          caller={answer.value}
          side={side}
          onFill={(places, said) => {
            notices.apply(byParameter(parameters, draft, places), said);
            call.reset();
          }}
          onDiscard={call.reset}
        />
      )}
      <NoticeLine id={`${side}.account`} notices={notices} />
    </div>
  );
}
