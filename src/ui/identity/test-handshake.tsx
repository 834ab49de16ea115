import { useRef, useState } from "react";
import { stsEndpoint, stsRegionFor } from "#core/aws/sts-endpoint.ts";
import { explainFailure } from "#core/credentials/sts-failure.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import { askHandshake, type ThroughRole } from "./ask-sts.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { Failure } from "./failure.tsx";
import { HandshakeResult } from "./handshake-result.tsx";
import { StsProvider } from "./sts-provider.tsx";
import { takeFrom } from "./take-credentials.ts";
import { useStsCall } from "./use-sts-call.ts";

export function TestHandshake(props: { readonly path: ThroughRole }) {
  return (
    <StsProvider>
      <Test path={props.path} />
    </StsProvider>
  );
}

function Test({ path }: { readonly path: ThroughRole }) {
  const { prepared } = useSharing();
  const { owner, consumer } = prepared.agreement;
  const [region, setRegion] = useState(() => stsRegionFor(owner.region));
  const box = useRef<HTMLTextAreaElement>(null);
  const role = { arn: path.roleArn, externalId: path.externalId, forAccount: consumer.account };
  const call = useStsCall(
    () => takeFrom(box),
    (asked) => askHandshake(asked, role),
  );
  const { answer } = call;
  return (
    <div className="identity-body">
      <p>
        Asks AWS STS who the credentials belong to (GetCallerIdentity), then for a session of{" "}
        <code>{path.roleArn}</code>
        {path.externalId === "" ? "" : `, sending the external ID ${path.externalId}`} (AssumeRole).
        The session is thrown away at once. The credentials go from this browser to{" "}
        <b>{stsEndpoint(region)?.slice("https://".length)}</b> only, and are kept nowhere.
      </p>
      <CredentialsForm
        box={box}
        profile={consumer.appProfile}
        action="Assume the role"
        region={region}
        running={call.running}
        long={call.long}
        onRegion={setRegion}
        onAsk={() => call.start({ region })}
        onCancel={call.cancel}
      />
      {answer?.kind === "cancelled" && <p role="status">Cancelled.</p>}
      {answer?.kind === "failed" && (
        <Failure text={explainFailure(answer.failure, stsEndpoint(region) ?? "STS")} />
      )}
      {answer?.kind === "done" && (
        <HandshakeResult
          answer={answer.value}
          path={path}
          endpoint={stsEndpoint(region) ?? "STS"}
        />
      )}
    </div>
  );
}
