import type { ScriptFunction } from "#core/render/actions/script-action.ts";
import type { ScriptKind } from "#core/render/script.ts";
import acceptInvitation from "./library/accept-invitation.sh?raw";
import apply from "./library/apply.sh?raw";
import applyAcl from "./library/apply-acl.sh?raw";
import applyAttachment from "./library/apply-attachment.sh?raw";
import applyEntry from "./library/apply-entry.sh?raw";
import applyGrant from "./library/apply-grant.sh?raw";
import applyManagedPolicy from "./library/apply-managed-policy.sh?raw";
import applyObject from "./library/apply-object.sh?raw";
import applyOwnership from "./library/apply-ownership.sh?raw";
import applyPolicy from "./library/apply-policy.sh?raw";
import applyResource from "./library/apply-resource.sh?raw";
import applyRole from "./library/apply-role.sh?raw";
import applyStatements from "./library/apply-statements.sh?raw";
import applyUser from "./library/apply-user.sh?raw";
import askForAccessKey from "./library/ask-for-access-key.sh?raw";
import attached from "./library/attached.sh?raw";
import begin from "./library/begin.sh?raw";
import changes from "./library/changes.sh?raw";
import checkEncryption from "./library/check-encryption.sh?raw";
import checkEntity from "./library/check-entity.sh?raw";
import checkEntry from "./library/check-entry.sh?raw";
import checkKeyDelegates from "./library/check-key-delegates.sh?raw";
import checkKeyManager from "./library/check-key-manager.sh?raw";
import checkOwnership from "./library/check-ownership.sh?raw";
import checkPolicyStatus from "./library/check-policy-status.sh?raw";
import checkPublicAccessBlock from "./library/check-public-access-block.sh?raw";
import checks from "./library/checks.sh?raw";
import entries from "./library/entries.sh?raw";
import holdForLocations from "./library/hold-for-locations.sh?raw";
import lookObject from "./library/look-object.sh?raw";
import lookVersion from "./library/look-version.sh?raw";
import mfa from "./library/mfa.sh?raw";
import ownerOnly from "./library/owner-only.sh?raw";
import policy from "./library/policy.sh?raw";
import probe from "./library/probe.sh?raw";
import probeDelete from "./library/probe-delete.sh?raw";
import probeExisting from "./library/probe-existing.sh?raw";
import probePolicies from "./library/probe-policies.sh?raw";
import probeRead from "./library/probe-read.sh?raw";
import probeStatus from "./library/probe-status.sh?raw";
import probeWrite from "./library/probe-write.sh?raw";
import probeWriteNothing from "./library/probe-write-nothing.sh?raw";
import recorded from "./library/recorded.sh?raw";
import recordedId from "./library/recorded-id.sh?raw";
import session from "./library/session.sh?raw";
import start from "./library/start.sh?raw";
import stateApply from "./library/state-apply.sh?raw";
import stateUndo from "./library/state-undo.sh?raw";
import stateVerify from "./library/state-verify.sh?raw";
import status from "./library/status.sh?raw";
import stillGranted from "./library/still-granted.sh?raw";
import stillUsed from "./library/still-used.sh?raw";
import undo from "./library/undo.sh?raw";
import undoAccessKeys from "./library/undo-access-keys.sh?raw";
import undoAcl from "./library/undo-acl.sh?raw";
import undoAssociation from "./library/undo-association.sh?raw";
import undoAttachment from "./library/undo-attachment.sh?raw";
import undoEntry from "./library/undo-entry.sh?raw";
import undoManagedPolicy from "./library/undo-managed-policy.sh?raw";
import undoObject from "./library/undo-object.sh?raw";
import undoOwnership from "./library/undo-ownership.sh?raw";
import undoPolicy from "./library/undo-policy.sh?raw";
import undoPresent from "./library/undo-present.sh?raw";
import undoResource from "./library/undo-resource.sh?raw";
import undoStatements from "./library/undo-statements.sh?raw";
import undoUser from "./library/undo-user.sh?raw";
import verify from "./library/verify.sh?raw";
import waitForStatus from "./library/wait-for-status.sh?raw";

const STATE: Readonly<Record<ScriptKind, string>> = {
  apply: stateApply,
  undo: stateUndo,
  verify: stateVerify,
};

/** The variables that the library keeps while a script runs, at their first values. */
export function bashState(kind: ScriptKind): string {
  return STATE[kind].trim();
}

export const BASH_BEGIN = begin.trim();

const BASE: Readonly<Record<ScriptKind, readonly string[]>> = {
  apply: [start, changes, apply],
  undo: [start, changes, undo],
  verify: [start, verify],
};

/** What each function is made of, in an order in which it can be read. */
const PIECES: Readonly<Record<ScriptFunction, readonly string[]>> = {
  "check-entity": [checks, checkEntity],
  "check-ownership": [checks, checkOwnership],
  "check-encryption": [checks, checkEncryption],
  "check-public-access-block": [checks, checkPublicAccessBlock],
  "check-policy-status": [checks, checkPolicyStatus],
  "check-key-manager": [checks, checkKeyManager],
  "check-key-delegates": [policy, checks, checkKeyDelegates],
  "check-entry": [checks, entries, checkEntry],
  "apply-statements": [policy, applyStatements],
  "apply-policy": [policy, applyPolicy],
  "apply-managed-policy": [policy, lookVersion, applyManagedPolicy],
  "apply-attachment": [attached, applyAttachment],
  "apply-role": [policy, applyRole],
  "apply-user": [recorded, checks, applyUser],
  "ask-for-access-key": [askForAccessKey],
  "apply-entry": [recorded, checks, entries, applyEntry],
  "apply-grant": [recorded, checks, entries, applyEntry, applyGrant],
  "accept-invitation": [entries, acceptInvitation],
  "still-used": [stillUsed],
  "still-granted": [recorded, recordedId, entries, stillUsed, stillGranted],
  "hold-for-locations": [stillUsed, holdForLocations],
  "undo-statements": [policy, undoStatements],
  "undo-policy": [policy, undoPresent, undoPolicy],
  "undo-managed-policy": [policy, lookVersion, undoPresent, undoManagedPolicy],
  "undo-attachment": [recorded, attached, undoAttachment],
  "undo-user": [recorded, undoUser],
  "undo-access-keys": [recorded, undoAccessKeys],
  "undo-entry": [recorded, recordedId, entries, undoEntry],
  "undo-association": [recorded, entries, undoAssociation],
  "apply-ownership": [policy, applyOwnership],
  "undo-ownership": [policy, undoOwnership],
  "apply-acl": [policy, ownerOnly, applyAcl],
  "undo-acl": [policy, ownerOnly, undoAcl],
  "apply-object": [policy, lookObject, applyObject],
  "undo-object": [policy, lookObject, undoObject],
  "apply-resource": [recorded, applyResource],
  "undo-resource": [recorded, undoResource],
  "wait-for-status": [status, waitForStatus],
  "probe-status": [status, probeStatus],
  "probe-policies": [probePolicies],
  "ask-mfa-code": [mfa],
  "open-session": [session],
  probe: [probe],
  "probe-read": [probeRead],
  "probe-existing": [probeExisting],
  "probe-write": [probeWrite],
  "probe-write-nothing": [probeWriteNothing],
  "probe-delete": [probeDelete],
};

/** The part of the library that a script needs, each piece once. */
export function bashLibrary(kind: ScriptKind, functions: readonly ScriptFunction[]): string {
  const pieces = new Set([...BASE[kind], ...functions.flatMap((name) => PIECES[name])]);
  return [...pieces].map((piece) => piece.trim()).join("\n\n");
}

/** `apply-statements` is `apply_statements` in bash. */
export function bashName(name: ScriptFunction): string {
  return name.replaceAll("-", "_");
}
