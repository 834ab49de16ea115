import { parseAccountId } from "#core/aws/account-id.ts";
import { roleArn, rootArn, userArn } from "#core/aws/arn.ts";
import {
  type Principal,
  parsePrincipal,
  permissionSetArn,
  permissionSetOf,
} from "#core/aws/principal.ts";
import type { Draft } from "./parameter.ts";
import { consumerPrincipals } from "./principals.ts";
import { rawText, rawValue } from "./raw.ts";
import type { Recognised } from "./recognise.ts";
import { alsoFill, type Intake, isAsked, joined, NOTHING_TAKEN, type Target } from "./taken.ts";
import { draftPartition } from "./where.ts";

/** For a principal of account B, or the principals as a whole. */
export function intakePrincipal(
  found: Recognised | undefined,
  target: Target,
  draft: Draft,
): Intake | undefined {
  if (found === undefined) return undefined;
  const lasting = lastingArn(found, draft);
  if (lasting === undefined) return undefined;
  const principal = parsePrincipal(lasting.arn);
  if (!principal.ok) return undefined;
  return joined(
    target.index === undefined
      ? added(draft, lasting.arn)
      : { assignments: [{ id: target.path, value: lasting.arn }], said: [] },
    { assignments: [], said: lasting.said },
    alsoFill(draft, "consumer.account", principal.value.account),
  );
}

interface LastingArn {
  readonly arn: string;
  readonly said: readonly string[];
}

function lastingArn(found: Recognised, draft: Draft): LastingArn | undefined {
  switch (found.kind) {
    case "arn":
    case "caller":
      return lastingArnOf(found.arn);
    case "account":
      return {
        arn: rootArn(draftPartition(draft), found.account),
        said: ["The account's root stands for the whole account: whomever its own admin allows."],
      };
    case "iam-page": {
      const { identity, name } = found;
      const account = parseAccountId(found.account ?? rawText(draft, "consumer.account"));
      if (!account.ok) return undefined;
      const at = { partition: draftPartition(draft), account: account.value, path: "/", name };
      const arn = identity === "role" ? roleArn(at) : userArn(at);
      const lasting = lastingArnOf(arn);
      return lasting === undefined || lasting.arn !== arn
        ? lasting
        : {
            arn,
            said: [
              found.account === undefined
                ? `A console address does not contain the account, so account B's is used, nor the path: if ${name} has a path, add it before the name.`
                : `A console address does not contain the path: if ${name} has one, add it before the name.`,
            ],
          };
    }
    default:
      return undefined;
  }
}

/**
 * The ARN that keeps meaning the same identity: the role instead of one session of it, the permission set instead of
 * the role that Identity Center made for it this time.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
function lastingArnOf(arn: string): LastingArn | undefined {
  const outcome = parsePrincipal(arn);
  if (!outcome.ok) return undefined;
  const principal = outcome.value;
  const set = permissionSetOf(roleNameOf(principal));
  if (set !== undefined) {
    return {
      arn: permissionSetArn(principal.partition, principal.account, set),
      said: [
        `This is an IAM Identity Center role: its name changes when the permission set is provisioned again, so the pattern of permission set ${set} is used.`,
      ],
    };
  }
  if (principal.kind !== "session") return { arn, said: [] };
  const { partition, account, roleName, sessionName } = principal;
  return {
    arn: roleArn({ partition, account, path: "/", name: roleName }),
    said: [
      `An assumed-role ARN does not contain the role's path: if ${roleName} has a path, add it before the name.`,
      `All sessions of the role are let in. To let in only the session ${sessionName}, type its ARN instead of pasting it.`,
    ],
  };
}

function roleNameOf(principal: Principal): string {
  if (principal.kind === "role") return principal.name;
  return principal.kind === "session" ? principal.roleName : "";
}

/** Adds the identity behind an ARN as the first principal; a list that has one is not touched. */
export function alsoAddPrincipal(draft: Draft, arn: string): Intake {
  const lasting = lastingArnOf(arn);
  if (lasting === undefined || !isAsked(draft, consumerPrincipals.id)) return NOTHING_TAKEN;
  if (filled(draft).includes(lasting.arn)) return NOTHING_TAKEN;
  if (filled(draft).length > 0) {
    return {
      assignments: [],
      said: [`${lasting.arn} is not added to the principals, because there are some already.`],
    };
  }
  return {
    assignments: [{ id: consumerPrincipals.id, value: [lasting.arn] }],
    said: [
      `${lasting.arn} is entered as principal; replace it if someone else is to get access.`,
      ...lasting.said,
    ],
  };
}

function added(draft: Draft, arn: string): Intake {
  const before = filled(draft);
  return before.includes(arn)
    ? { assignments: [], said: [`${arn} is among the principals already.`] }
    : { assignments: [{ id: consumerPrincipals.id, value: [...before, arn] }], said: [] };
}

function filled(draft: Draft): readonly string[] {
  const value = rawValue(draft, "consumer.principals");
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === "string" && item.trim() !== "")
    : [];
}
