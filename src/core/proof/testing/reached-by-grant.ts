import type { CaseRequest, Prepared } from "#core/methods/method.ts";
import {
  ACCOUNT_A,
  type Caller,
  onInstance,
  roleSession,
} from "#core/parameters/running-example.ts";
import { evaluate } from "#core/proof/evaluate.ts";
import { grantSessionPolicy } from "#core/proof/grant-session.ts";
import type { PolicyInput } from "#core/proof/policy/policy.ts";

type Documents = (side: "owner" | "consumer") => readonly PolicyInput[];

/**
 * Whether the caller may ask the instance, and some grant of its own gives a session of the role that
 * the request is allowed to.
 */
export function reachedByGrant(
  { accessPath, agreement, documents }: Prepared,
  caller: Caller,
  identity: Documents,
  requestOf: (session: Caller) => CaseRequest,
): boolean {
  if (accessPath.kind !== "through-grants") return false;
  const { partition, owner } = agreement;
  const instance = documents.find(({ kind }) => kind === "instance-policy");
  const policy = instance !== undefined && "policy" in instance ? instance.policy : undefined;
  const asking = onInstance(caller, "GetDataAccess", { partition, region: owner.region });
  const asked = evaluate(asking, {
    identity: identity("consumer"),
    ...(policy === undefined ? {} : { resource: { document: "instance", policy } }),
  });
  if (asked.decision !== "allowed") return false;
  const name = accessPath.roleArn.slice(accessPath.roleArn.lastIndexOf("/") + 1);
  const role = roleSession(name, { account: ACCOUNT_A, partition });
  const context = { ...role.context, "s3:AccessGrantsInstanceArn": asking.resourceArn };
  const request = requestOf({ ...role, context });
  return accessPath.grants.some(
    (grant) =>
      grant.grantees.includes(String(caller.context["aws:PrincipalArn"])) &&
      evaluate(request, {
        identity: identity("owner"),
        session: [{ document: "grant", policy: grantSessionPolicy(grant, partition) }],
      }).decision === "allowed",
  );
}
