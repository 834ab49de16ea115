import { type AccountId, parseAccountId } from "#core/aws/account-id.ts";
import { splitArn } from "#core/aws/arn.ts";
import { keyRegion, parseKeyArn } from "#core/aws/key-arn.ts";
import type { Side } from "#core/side.ts";
import { alsoAddLocation } from "./intake-location.ts";
import { alsoAddPrincipal } from "./intake-principal.ts";
import type { Draft } from "./parameter.ts";
import type { Recognised } from "./recognise.ts";
import { alsoFill, type Intake, joined, NOTHING_TAKEN, type Target } from "./taken.ts";

/** For the account ID of a side. */
export function intakeAccount(
  side: Side,
  found: Recognised | undefined,
  target: Target,
  draft: Draft,
): Intake | undefined {
  if (found === undefined) return undefined;
  const set = (account: AccountId, said: readonly string[]): Intake => ({
    assignments: [{ id: target.path, value: account }],
    said,
  });
  switch (found.kind) {
    case "account":
      return set(
        found.account,
        found.account === target.text ? [] : [`Only the 12 digits are taken: ${found.account}.`],
      );
    case "caller":
      return joined(
        set(found.account, [`Account ${found.account} is taken from the caller's identity.`]),
        side === "consumer" ? alsoAddPrincipal(draft, found.arn) : NOTHING_TAKEN,
      );
    case "arn": {
      const account = parseAccountId(splitArn(found.arn)?.account ?? "");
      if (!account.ok) return undefined;
      const key = parseKeyArn(found.arn);
      return joined(
        set(account.value, [`Account ${account.value} is taken from the ARN.`]),
        side === "consumer" ? alsoAddPrincipal(draft, found.arn) : NOTHING_TAKEN,
        side === "owner" && key.ok
          ? alsoFill(draft, "owner.region", keyRegion(key.value))
          : NOTHING_TAKEN,
      );
    }
    case "place":
      return side === "owner" ? alsoAddLocation(draft, found.reference) : undefined;
    default:
      return undefined;
  }
}
