import Alert from "@cloudscape-design/components/alert";
import type { AssumeFacts } from "#core/credentials/access-denied.ts";
import type { Caller } from "#core/credentials/caller.ts";
import { explainFailure } from "#core/credentials/sts-failure.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { type AssumeProof, proveAssumeRole } from "#core/proof/assume-role.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";
import type { HandshakeAnswer, ThroughRole } from "./ask-sts.ts";
import { Answered, Failure } from "./failure.tsx";
import { ProofSays } from "./proof-says.tsx";

/** What AWS did, next to what the documents say. */
export function HandshakeResult(props: {
  readonly answer: HandshakeAnswer;
  readonly path: ThroughRole;
  readonly endpoint: string;
}) {
  const { caller, session } = props.answer;
  const { prepared, documents } = useSharing();
  const { agreement, accessPath } = prepared;
  if (session === undefined) return <WrongAccount caller={caller} agreement={agreement} />;
  const proof = proveAssumeRole({ agreement, accessPath, documents }, caller.arn);
  if (session.kind === "failed") {
    const facts = factsOf(agreement, props.path, caller, proof);
    return (
      <Failure text={explainFailure(session.failure, props.endpoint, facts)}>
        <ProofSays proof={proof} caller={caller.arn} allowedByAws={false} />
      </Failure>
    );
  }
  if (session.kind === "cancelled") return null;
  const { arn, endsAt } = session.value;
  const [, roleName = "", sessionName = ""] = arn.split("/");
  return (
    <Answered>
      <Alert type="success" header="The handshake holds: AWS let this caller assume the role">
        <dl className="identity-values">
          <Fact name="Caller" value={caller.arn} />
          <Fact name="Role" value={`${roleName} (${props.path.roleArn})`} />
          <Fact name="Session" value={sessionName} />
          {endsAt !== undefined && (
            <Fact
              name="Ends"
              value={`${endsAt.toISOString().slice(0, 16).replace("T", " ")} UTC`}
            />
          )}
        </dl>
        <p className="identity-words">
          The session's credentials were thrown away; nobody can use it.
        </p>
        <ProofSays proof={proof} caller={caller.arn} allowedByAws />
      </Alert>
    </Answered>
  );
}

function Fact(props: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  );
}

function WrongAccount(props: { readonly caller: Caller; readonly agreement: Agreement }) {
  const { caller, agreement } = props;
  const { owner, consumer } = agreement;
  return (
    <Answered>
      <Alert
        type="warning"
        header={
          caller.account === owner.account
            ? "These are account A's credentials"
            : `These are credentials of account ${caller.account}`
        }
      >
        <p className="identity-line">
          The role is for account B, {consumer.account}, so it was not asked for. Paste credentials
          of one of its principals.
        </p>
        <p className="identity-words">STS says: {caller.arn}</p>
      </Alert>
    </Answered>
  );
}

function factsOf(
  { guardrails }: Agreement,
  { roleArn, externalId }: ThroughRole,
  caller: Caller,
  proof: AssumeProof | undefined,
): AssumeFacts {
  const { mfa, organizationId, validUntil } = guardrails;
  const agreed = proof?.principal !== undefined;
  return { roleArn, externalId, mfa, organizationId, validUntil, callerArn: caller.arn, agreed };
}
