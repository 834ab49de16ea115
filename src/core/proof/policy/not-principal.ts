import type { Caller } from "#core/proof/caller.ts";
import {
  namesAccount,
  namesCallerItself,
  namesRole,
  type PrincipalSet,
  principalMatch,
} from "#core/proof/policy/principal.ts";

/**
 * Decides whether a Deny with `NotPrincipal` spares the caller. The list must name both the account
 * and the user, role or session; a caller with a permissions boundary is never spared.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
export function isSparedByDeny(set: PrincipalSet, caller: Caller, hasBoundary: boolean): boolean {
  if (set.everyone) return true;
  if (hasBoundary) return false;
  if (caller.kind === "service" || caller.kind === "federated" || caller.kind === "anonymous") {
    return principalMatch(set, caller, undefined) !== "none";
  }
  if (!namesAccount(set, caller)) return false;
  return caller.kind === "root" || namesCallerItself(set, caller) || namesRole(set, caller);
}

/** An Allow with `NotPrincipal` reaches only who is not listed in any way, account included. */
export function isReachedByAllow(
  set: PrincipalSet,
  caller: Caller,
  canonicalUserId: string | undefined,
): boolean {
  return principalMatch(set, caller, canonicalUserId) === "none";
}
