import type { AccountId } from "#core/aws/account-id.ts";
import type { Operation } from "#core/plan/operation.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import { ACCESS_GRANTS_ACTIONS } from "./access-grants-actions.ts";
import { ACL_ACTIONS } from "./acl-actions.ts";
import { APPLY_ACTIONS } from "./apply-actions.ts";
import { CHECK_ACTIONS } from "./check-actions.ts";
import { DATA_SET_ACTIONS } from "./data-set-actions.ts";
import type { ActionTable, ScriptAction } from "./script-action.ts";
import { UNDO_ACTIONS } from "./undo-actions.ts";

const ACTIONS: ActionTable = {
  ...CHECK_ACTIONS,
  ...APPLY_ACTIONS,
  ...UNDO_ACTIONS,
  ...ACCESS_GRANTS_ACTIONS,
  ...ACL_ACTIONS,
  ...DATA_SET_ACTIONS,
  // Every script begins with this check.
  "check-caller": () => [],
  // Verify's, or for the consumer's people.
  probe: () => [],
  "probe-assume-role": () => [],
  "assume-role": () => [],
  "configure-profile": () => [],
  // For account A's people afterwards.
  "get-access-key-last-used": () => [],
  "deactivate-access-key": () => [],
  "delete-access-key": () => [],
  "simulate-principal-policy": () => [],
  "by-hand": ({ instruction, url }) => [{ kind: "by-hand", instruction, url }],
};

/** What apply and undo do for an operation, run by the admin of `account`. */
export function scriptActions(
  operation: Operation,
  admin: Caller,
  account: AccountId,
): readonly ScriptAction[] {
  // Each entry takes the operation of its own kind.
  const actions = ACTIONS[operation.kind] as (
    operation: Operation,
    admin: Caller,
    account: AccountId,
  ) => readonly ScriptAction[];
  return actions(operation, admin, account);
}
