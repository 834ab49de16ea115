import { parseAccountId } from "#core/aws/account-id.ts";
import { roleArn, rootArn, userArn } from "#core/aws/arn.ts";
import { parsePrincipal } from "#core/aws/principal.ts";
import { type LastingArn, lastingArnOf } from "./lasting-arn.ts";
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
