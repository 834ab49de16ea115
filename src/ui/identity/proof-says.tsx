import type { AssumeProof } from "#core/proof/assume-role.ts";
import type { StatementSource } from "#core/proof/decision.ts";
import { useSharing } from "#ui/wizard/sharing-context.tsx";

/** The documents' word on the very same call, and what it means that AWS agrees or does not. */
export function ProofSays(props: {
  readonly proof: AssumeProof | undefined;
  readonly caller: string;
  readonly allowedByAws: boolean;
}) {
  const { proof, allowedByAws } = props;
  const { documents } = useSharing();
  const title = ({ document }: StatementSource) =>
    documents.find((one) => one.document.id === document)?.document.title ?? "other policies";
  if (proof === undefined) {
    return (
      <p className="identity-proof">
        <b>The documents say:</b> nothing about this caller.
      </p>
    );
  }
  const { decision, decidedBy, missing } = proof.decision;
  const allowed = decision === "allowed";
  const titles = [...new Set(decidedBy.map(title))];
  return (
    <div className="identity-proof">
      <p className="identity-line">
        <b>The documents say: {allowed ? "allowed" : "denied"}</b>
        {titles.length > 0 && `, by ${titles.join(" and ")}`}.
        {proof.principal === undefined && " The caller is none of the agreement's principals."}
      </p>
      {missing.length > 0 && (
        <ul className="identity-list">
          {missing.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {allowed !== allowedByAws && (
        <p className="identity-line">
          {allowed
            ? "So what stands in AWS is not what this page shows, or something that this page does not see denies it: an SCP, a permissions boundary, MFA."
            : "So AWS has other policies in place than this page shows: look at the role's trust policy in account A."}
        </p>
      )}
    </div>
  );
}
