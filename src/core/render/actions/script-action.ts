import type { AccountId } from "#core/aws/account-id.ts";
import type { Operation, OperationKind } from "#core/plan/operation.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import type { CliCommand } from "#core/render/command-line.ts";

/** A function of the scripts' library, in words; each shell has it under a name of its own. */
export type ScriptFunction =
  | "check-entity"
  | "check-ownership"
  | "check-encryption"
  | "check-public-access-block"
  | "check-policy-status"
  | "check-key-manager"
  | "check-key-delegates"
  | "check-entry"
  | "apply-statements"
  | "apply-policy"
  | "apply-managed-policy"
  | "apply-attachment"
  | "apply-role"
  | "apply-user"
  | "ask-for-access-key"
  | "apply-entry"
  | "apply-grant"
  | "accept-invitation"
  | "still-used"
  | "still-granted"
  | "hold-for-locations"
  | "undo-statements"
  | "undo-policy"
  | "undo-managed-policy"
  | "undo-attachment"
  | "undo-user"
  | "undo-access-keys"
  | "undo-entry"
  | "undo-association"
  | "apply-ownership"
  | "undo-ownership"
  | "apply-acl"
  | "undo-acl"
  | "apply-object"
  | "undo-object"
  | "apply-resource"
  | "undo-resource"
  | "wait-for-status"
  | "ask-mfa-code"
  | "open-session"
  | "probe"
  | "probe-read"
  | "probe-existing"
  | "probe-write"
  | "probe-write-nothing"
  | "probe-delete"
  | "probe-status"
  | "probe-policies";

/** `put` and `update` put a file in place; the others need none. */
type Change = "put" | "update" | "create" | "attach" | "accept" | "remove";

/**
 * Names of the commands that a library function runs: `look` and `list` ask what is there,
 * `version` what `look` has to name; `attempt` is a probe.
 */
export type CommandName = "look" | "list" | "version" | Change | "attempt";

/** Variables of the scripts that stand in commands. */
export const VARIABLES = {
  /** The file that `put` and `update` put in place. */
  file: "FILE",
  version: "VERSION_ID",
  key: "KEY",
  accessKey: "ACCESS_KEY_ID",
  /** Ids that AWS has given. */
  entry: "ENTRY_ID",
  location: "LOCATION_ID",
  invitation: "INVITATION_ARN",
  mfaCode: "MFA_CODE",
} as const;

export interface ScriptCommand {
  readonly name: CommandName;
  readonly command: CliCommand;
  /** `changes`: a dry run only shows it. `session`: it runs with the role's session. */
  readonly mode: "asks" | "changes" | "session";
}

/** One thing that a script does. */
export type ScriptAction = LibraryCall | ToldByHand;

/** A call of the library with the AWS calls that it needs. */
export interface LibraryCall {
  readonly kind: "call";
  readonly run: ScriptFunction;
  /** What it is about, as a person says it; "" when the call says it itself. */
  readonly about: string;
  readonly arguments: readonly string[];
  readonly commands: readonly ScriptCommand[];
}

/** Told to the person who runs the script, and again at its end. */
export interface ToldByHand {
  readonly kind: "by-hand";
  readonly instruction: string;
  readonly url: string;
}

/** For each kind of operation what a script does, run by the admin of `account`. */
export type ActionTable = {
  readonly [Kind in OperationKind]: (
    operation: Extract<Operation, { kind: Kind }>,
    admin: Caller,
    account: AccountId,
  ) => readonly ScriptAction[];
};

export function call(
  run: ScriptFunction,
  about: string,
  values: readonly string[],
  commands: readonly ScriptCommand[],
): LibraryCall {
  return { kind: "call", run, about, arguments: values, commands };
}

export function looking(command: CliCommand): ScriptCommand {
  return { name: "look", command, mode: "asks" };
}

export function changing(name: Change, command: CliCommand): ScriptCommand {
  return { name, command, mode: "changes" };
}
