import type { ScriptFunction } from "#core/render/actions/script-action.ts";
import type { ScriptKind } from "#core/render/script.ts";
import acceptInvitation from "./library/accept-invitation.ps1?raw";
import apply from "./library/apply.ps1?raw";
import applyAcl from "./library/apply-acl.ps1?raw";
import applyAttachment from "./library/apply-attachment.ps1?raw";
import applyEntry from "./library/apply-entry.ps1?raw";
import applyGrant from "./library/apply-grant.ps1?raw";
import applyManagedPolicy from "./library/apply-managed-policy.ps1?raw";
import applyObject from "./library/apply-object.ps1?raw";
import applyOwnership from "./library/apply-ownership.ps1?raw";
import applyPolicy from "./library/apply-policy.ps1?raw";
import applyResource from "./library/apply-resource.ps1?raw";
import applyRole from "./library/apply-role.ps1?raw";
import applyStatements from "./library/apply-statements.ps1?raw";
import applyUser from "./library/apply-user.ps1?raw";
import askForAccessKey from "./library/ask-for-access-key.ps1?raw";
import attached from "./library/attached.ps1?raw";
import begin from "./library/begin.ps1?raw";
import changes from "./library/changes.ps1?raw";
import checkEncryption from "./library/check-encryption.ps1?raw";
import checkEntity from "./library/check-entity.ps1?raw";
import checkEntry from "./library/check-entry.ps1?raw";
import checkKeyDelegates from "./library/check-key-delegates.ps1?raw";
import checkKeyManager from "./library/check-key-manager.ps1?raw";
import checkOwnership from "./library/check-ownership.ps1?raw";
import checkPolicyStatus from "./library/check-policy-status.ps1?raw";
import checkPublicAccessBlock from "./library/check-public-access-block.ps1?raw";
import checks from "./library/checks.ps1?raw";
import end from "./library/end.ps1?raw";
import entries from "./library/entries.ps1?raw";
import holdForLocations from "./library/hold-for-locations.ps1?raw";
import json from "./library/json.ps1?raw";
import lookObject from "./library/look-object.ps1?raw";
import mfa from "./library/mfa.ps1?raw";
import ownerOnly from "./library/owner-only.ps1?raw";
import policy from "./library/policy.ps1?raw";
import probe from "./library/probe.ps1?raw";
import probeDelete from "./library/probe-delete.ps1?raw";
import probeExisting from "./library/probe-existing.ps1?raw";
import probePolicies from "./library/probe-policies.ps1?raw";
import probeRead from "./library/probe-read.ps1?raw";
import probeStatus from "./library/probe-status.ps1?raw";
import probeWrite from "./library/probe-write.ps1?raw";
import probeWriteNothing from "./library/probe-write-nothing.ps1?raw";
import recorded from "./library/recorded.ps1?raw";
import recordedId from "./library/recorded-id.ps1?raw";
import session from "./library/session.ps1?raw";
import start from "./library/start.ps1?raw";
import stateApply from "./library/state-apply.ps1?raw";
import stateUndo from "./library/state-undo.ps1?raw";
import stateVerify from "./library/state-verify.ps1?raw";
import statements from "./library/statements.ps1?raw";
import status from "./library/status.ps1?raw";
import stillGranted from "./library/still-granted.ps1?raw";
import stillUsed from "./library/still-used.ps1?raw";
import undo from "./library/undo.ps1?raw";
import undoAccessKeys from "./library/undo-access-keys.ps1?raw";
import undoAcl from "./library/undo-acl.ps1?raw";
import undoAssociation from "./library/undo-association.ps1?raw";
import undoAttachment from "./library/undo-attachment.ps1?raw";
import undoEntry from "./library/undo-entry.ps1?raw";
import undoManagedPolicy from "./library/undo-managed-policy.ps1?raw";
import undoObject from "./library/undo-object.ps1?raw";
import undoOwnership from "./library/undo-ownership.ps1?raw";
import undoPolicy from "./library/undo-policy.ps1?raw";
import undoPresent from "./library/undo-present.ps1?raw";
import undoResource from "./library/undo-resource.ps1?raw";
import undoStatements from "./library/undo-statements.ps1?raw";
import undoUser from "./library/undo-user.ps1?raw";
import verify from "./library/verify.ps1?raw";
import version from "./library/version.ps1?raw";
import waitForStatus from "./library/wait-for-status.ps1?raw";

const STATE: Readonly<Record<ScriptKind, string>> = {
  apply: stateApply,
  undo: stateUndo,
  verify: stateVerify,
};

/** The variables that the library keeps while a script runs, at their first values. */
export function powershellState(kind: ScriptKind): string {
  return STATE[kind].trim();
}

export const POWERSHELL_BEGIN = begin.trim();
export const POWERSHELL_END = end.trim();

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
  "check-key-delegates": [json, policy, statements, checks, checkKeyDelegates],
  "check-entry": [checks, entries, checkEntry],
  "apply-statements": [json, policy, statements, applyStatements],
  "apply-policy": [json, policy, applyPolicy],
  "apply-managed-policy": [json, policy, version, applyManagedPolicy],
  "apply-attachment": [attached, applyAttachment],
  "apply-role": [json, policy, applyRole],
  "apply-user": [recorded, checks, applyUser],
  "ask-for-access-key": [askForAccessKey],
  "apply-entry": [recorded, checks, entries, applyEntry],
  "apply-grant": [recorded, checks, entries, applyEntry, applyGrant],
  "accept-invitation": [entries, acceptInvitation],
  "still-used": [stillUsed],
  "still-granted": [recorded, recordedId, entries, stillUsed, stillGranted],
  "hold-for-locations": [stillUsed, holdForLocations],
  "undo-statements": [json, policy, statements, undoStatements],
  "undo-policy": [json, policy, undoPresent, undoPolicy],
  "undo-managed-policy": [json, policy, version, undoPresent, undoManagedPolicy],
  "undo-attachment": [recorded, attached, undoAttachment],
  "undo-user": [recorded, undoUser],
  "undo-access-keys": [recorded, undoAccessKeys],
  "undo-entry": [recorded, recordedId, entries, undoEntry],
  "undo-association": [recorded, entries, undoAssociation],
  "apply-ownership": [json, policy, applyOwnership],
  "undo-ownership": [json, policy, undoOwnership],
  "apply-acl": [json, policy, ownerOnly, applyAcl],
  "undo-acl": [json, policy, ownerOnly, undoAcl],
  "apply-object": [json, policy, lookObject, applyObject],
  "undo-object": [json, policy, lookObject, undoObject],
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
export function powershellLibrary(kind: ScriptKind, functions: readonly ScriptFunction[]): string {
  const pieces = new Set([...BASE[kind], ...functions.flatMap((name) => PIECES[name])]);
  return [...pieces].map((piece) => piece.trim()).join("\n\n");
}

/** `apply-statements` is `Invoke-ApplyStatements` in PowerShell. */
export function powershellName(name: ScriptFunction): string {
  const words = name.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `Invoke-${words.join("")}`;
}
