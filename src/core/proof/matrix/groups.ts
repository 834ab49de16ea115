import type { Principal } from "#core/aws/principal.ts";
import type { Agreement } from "#core/parameters/agreement.ts";
import { contextValues } from "#core/proof/context.ts";
import { statementPrincipalMatch } from "#core/proof/policy/statement.ts";
import { hasVariable } from "#core/proof/policy-text.ts";
import { prepareRequest } from "#core/proof/request.ts";
import { type Actor, principalActor } from "./actors.ts";
import type { Sharing } from "./sharing.ts";
import type { Standing } from "./standing.ts";

/**
 * The agreement's principals, those together that no policy can tell apart: each statement names
 * them alike, each condition on the caller holds alike, and the same identity policies are theirs.
 * A variable could tell any two apart.
 * One of a group answers for all.
 */
export function principalGroups(sharing: Sharing, standing: Standing): readonly Actor[] {
  const { owner, consumer } = sharing.agreement;
  const texts = [...sharing.documents, ...(sharing.surroundings ?? [])];
  const singly = texts.some(({ text }) => hasVariable(text));
  const groups = new Map<string, [Principal, ...Principal[]]>();
  consumer.principals.forEach((principal, index) => {
    const key = singly ? String(index) : signature(principal, owner, standing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [principal]);
    else group.push(principal);
  });
  return [...groups.values()].map((principals, index) =>
    principalActor(principals, `principal-${index + 1}`, owner, standing),
  );
}

function signature(principal: Principal, owner: Agreement["owner"], standing: Standing): string {
  const actor = principalActor([principal], "", owner, standing);
  const { principalArn, context } = actor;
  const request = prepareRequest({
    principalArn,
    action: "",
    resourceArn: "",
    resourceAccount: owner.account,
    context,
  });
  const known = contextValues(context);
  const marks: unknown[] = [principal.kind];
  const { resourcePolicies, surroundings } = standing;
  for (const statements of [actor.identity, ...resourcePolicies, ...surroundings]) {
    for (const statement of statements) {
      marks.push(statementPrincipalMatch(statement, request, false));
      for (const { key, holds } of statement.conditions) {
        if (known.has(key.toLowerCase()) || /^aws:username$/i.test(key)) marks.push(holds(known));
      }
    }
  }
  marks.push(...actor.identity.map(({ source }) => `${source.document}:${source.statementIndex}`));
  return marks.join();
}
