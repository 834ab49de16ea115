import { type Principal, parsePrincipal, permissionSetOf } from "#core/aws/principal.ts";
import type { Decision } from "#core/proof/decision.ts";
import { type Actor, principalActor, roleActor, userActor } from "#core/proof/matrix/actors.ts";
import { assumeCall } from "#core/proof/matrix/assume-rows.ts";
import { agreedCircumstances, usual } from "#core/proof/matrix/circumstances.ts";
import { EVERYTHING, judge } from "#core/proof/matrix/judge.ts";
import type { Sharing } from "#core/proof/matrix/sharing.ts";
import { standing } from "#core/proof/matrix/standing.ts";

/** What the documents say about one caller's AssumeRole. */
export interface AssumeProof {
  /** The principal of the agreement that the caller is, as far as its ARN tells. */
  readonly principal: Principal | undefined;
  readonly decision: Decision;
}

/**
 * Decides AssumeRole for a real caller, made as agreed. A caller who is no principal of the agreement is taken to be
 * allowed everything by its own account, so only what account A says decides. Undefined where no role is assumed.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
 */
export function proveAssumeRole(sharing: Sharing, callerArn: string): AssumeProof | undefined {
  const { agreement, accessPath } = sharing;
  if (accessPath.kind !== "through-role") return undefined;
  const policies = standing(sharing);
  const principal = agreement.consumer.principals.find((one) => isCaller(one, callerArn));
  const actor =
    principal === undefined
      ? stranger(callerArn)
      : principalActor([principal], "caller", agreement.owner, policies);
  if (actor === undefined) return undefined;
  const answer = judge(
    agreement,
    policies,
  )({
    actor,
    expected: "allowed",
    world: "documents",
    calls: [assumeCall({ agreement }, accessPath)],
    circumstances: usual({ agreed: agreedCircumstances(agreement) }),
  });
  const { decision, decidedBy } = answer;
  return { principal, decision: { decision, decidedBy, missing: answer.missing() } };
}

/** A session's ARN has the role's name, not its path, so a role of that name in the account is taken for the one. */
function isCaller(principal: Principal, callerArn: string): boolean {
  if (principal.arn === callerArn) return true;
  const parsed = parsePrincipal(callerArn);
  if (!parsed.ok) return false;
  const caller = parsed.value;
  if (caller.account !== principal.account || caller.partition !== principal.partition)
    return false;
  if (principal.kind === "account") return true;
  if (caller.kind !== "session") return false;
  if (principal.kind === "role") return principal.name === caller.roleName;
  return principal.kind === "permission-set" && principal.name === permissionSetOf(caller.roleName);
}

function stranger(callerArn: string): Actor | undefined {
  const parsed = parsePrincipal(callerArn);
  if (!parsed.ok) return undefined;
  const { partition, account, kind } = parsed.value;
  const named = {
    id: "caller",
    label: "the caller",
    kind: "outsider",
    identity: EVERYTHING,
  } as const;
  if (kind === "user") return userActor(callerArn, account, named);
  if (kind !== "session") return undefined;
  return roleActor(
    `arn:${partition}:iam::${account}:role/${parsed.value.roleName}`,
    account,
    named,
  );
}
