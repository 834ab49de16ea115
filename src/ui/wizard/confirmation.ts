import type { Prepared } from "#core/methods/method.ts";
import { sidesWithAccount } from "#core/parameters/asks-for.ts";
import { hasPlaceholder } from "#core/parameters/placeholders.ts";
import type { Side } from "#core/side.ts";
import type { Confirmed } from "./session.ts";
import type { CanCopy, Origin } from "./sharing-context.tsx";

/** The account ID of a side as the documents use it; undefined while it is missing or wrong. */
export function accountOf({ agreement }: Prepared, side: Side): string | undefined {
  const { account } = agreement[side];
  return hasPlaceholder(account) ? undefined : account;
}

/** Both account IDs as they are now, for somebody who has checked them. */
export function accountsOf(prepared: Prepared): Confirmed {
  return {
    owner: accountOf(prepared, "owner") ?? "",
    consumer: accountOf(prepared, "consumer") ?? "",
  };
}

/** A confirmation holds for one ID: another one in its place has not been looked at. */
export function isConfirmed(prepared: Prepared, side: Side, confirmed: Confirmed): boolean {
  const account = accountOf(prepared, side);
  return account !== undefined && confirmed[side] === account;
}

/** How values came that somebody else may have chosen; undefined for those typed or taken here. */
export function cameFrom(origin: Origin): string | undefined {
  if (origin === "link") return "with a link";
  return origin === "file" ? "from a file" : undefined;
}

/**
 * Values of a link or a file may be somebody else's: until both account IDs are confirmed, nothing
 * leaves the page.
 */
export function needsConfirmation(
  prepared: Prepared,
  origin: Origin,
  confirmed: Confirmed,
): boolean {
  const sides = sidesWithAccount(prepared.method);
  return (
    cameFrom(origin) !== undefined && !sides.every((side) => isConfirmed(prepared, side, confirmed))
  );
}

export function canCopy(prepared: Prepared, origin: Origin, confirmed: Confirmed): CanCopy {
  const unconfirmed = needsConfirmation(prepared, origin, confirmed)
    ? `The values came ${cameFrom(origin)}. Confirm ${idsOf(prepared)} at the top of the page first.`
    : undefined;
  const all = prepared.issues.filter(({ severity }) => severity === "error");
  const errors = all.length;
  const [first] = all;
  if (!prepared.complete) {
    return {
      ok: false,
      reason: all.every(({ at }) => at === undefined)
        ? (first?.message ?? "")
        : errors === 1
          ? "One value is missing or wrong. Fill it in first."
          : `${errors} values are missing or wrong. Fill them in first.`,
      ...(unconfirmed === undefined ? {} : { unconfirmed }),
    };
  }
  return unconfirmed === undefined ? { ok: true } : { ok: false, reason: unconfirmed, unconfirmed };
}

function idsOf(prepared: Prepared): string {
  return sidesWithAccount(prepared.method).length === 1 ? "the account ID" : "both account IDs";
}
