import type { Operation, Probe } from "#core/plan/operation.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import type { Side } from "#core/side.ts";
import { ACCESS_GRANTS_COMMANDS } from "./access-grants-commands.ts";
import { ACL_COMMANDS } from "./acl-commands.ts";
import type { Caller } from "./calls/caller.ts";
import * as iam from "./calls/iam.ts";
import * as kms from "./calls/kms.ts";
import * as s3api from "./calls/s3api.ts";
import * as sts from "./calls/sts.ts";
import { type CommandContext, fileNameOf } from "./command-context.ts";
import { answering, type CliCommand, type CliValue } from "./command-line.ts";
import {
  backupOf,
  type Callers,
  type CommandTable,
  document,
  file,
  noted,
  type Of,
} from "./command-table.ts";
import { DATA_SET_COMMANDS } from "./data-set-commands.ts";

/**
 * The commands of an operation, to be copied, in the order in which they are run in the side's
 * folder. None for what is done by hand. Scripts are made of the same calls.
 */
export function cliCommands(
  operation: Operation,
  context: CommandContext,
  side: Side,
): readonly CliCommand[] {
  const callers: Callers = {
    admin: { context, profile: context.profiles[side] },
    app: { context, profile: context.appProfile },
    probe: { context, profile: context.probeProfile },
  };
  // Each entry takes the operation of its own kind.
  const commands = COMMANDS[operation.kind] as (
    operation: Operation,
    callers: Callers,
  ) => readonly CliCommand[];
  return commands(operation, callers);
}

/** What is put instead of what was there before. */
const mergedOf = (id: string): string => `${id}.merged.json`;

const role = (operation: { roleName: string; policyName: string }): iam.InlinePolicy => ({
  holder: "role",
  name: operation.roleName,
  policyName: operation.policyName,
});

const user = (operation: { userName: string; policyName: string }): iam.InlinePolicy => ({
  holder: "user",
  name: operation.userName,
  policyName: operation.policyName,
});

const toRole = (operation: { roleName: string; policyArn: string }): iam.AttachedPolicy => ({
  holder: "role",
  name: operation.roleName,
  policyArn: operation.policyArn,
});

const toUser = (operation: { userName: string; policyArn: string }): iam.AttachedPolicy => ({
  holder: "user",
  name: operation.userName,
  policyArn: operation.policyArn,
});

const COMMANDS: CommandTable = {
  ...ACCESS_GRANTS_COMMANDS,
  ...ACL_COMMANDS,
  ...DATA_SET_COMMANDS,
  "check-caller": ({ account }, { admin }) => [
    noted(sts.getCallerIdentity(admin), `Account must be ${account}.`),
  ],
  "check-role": ({ roleArn, anyPath }, { admin }) => [
    noted(
      answering(iam.getRole(admin, nameInArn(roleArn)), "Role.Arn"),
      `Must print ${anyPath === true ? "an ARN, with whatever path" : roleArn}; NoSuchEntity means that the role is still to be created.`,
    ),
  ],
  "check-user": ({ userArn }, { admin }) => [
    noted(
      answering(iam.getUser(admin, nameInArn(userArn)), "User.Arn"),
      `Must print ${userArn}; NoSuchEntity means that the user is still to be created.`,
    ),
  ],
  "check-policy": ({ policyArn }, { admin }) => [
    noted(iam.getPolicyArn(admin, policyArn), `Must print ${policyArn}.`),
  ],
  "check-bucket-ownership": ({ bucket, expected }, { admin }) => [
    noted(
      s3api.getOwnership(admin, bucket),
      `Must print ${expected}; OwnershipControlsNotFoundError means ObjectWriter.`,
    ),
  ],
  "check-bucket-encryption": ({ bucket, expected, keyArn }, { admin }) => [
    noted(s3api.getEncryption(admin, bucket), ENCRYPTION_ANSWERS[expected](keyArn)),
  ],
  "check-public-access-block": ({ bucket }, { admin }) => [
    noted(
      s3api.getPublicAccessBlock(admin, bucket),
      "All four may be True and can stay so; NoSuchPublicAccessBlockConfiguration means that none is on.",
    ),
  ],
  "check-bucket-policy-status": ({ bucket }, { admin }) => [
    noted(s3api.getBucketPolicyStatus(admin, bucket), "Must print False: not public."),
  ],
  "check-key-manager": (key, { admin }) => [
    noted(kms.getKeyManager(admin, key), "Must print CUSTOMER."),
  ],
  "check-key-delegates": (key, { admin }) => [
    noted(
      kms.getKeyPolicy(admin, key),
      `A statement must allow arn:${admin.context.partition}:iam::${key.account}:root, or ${key.roleArn} itself.`,
    ),
  ],
  "put-bucket-policy": ({ bucket, document: id }, callers) => [
    {
      ...s3api.getBucketPolicy(callers.admin, bucket),
      saveTo: backupOf(id),
      note: "Keeps what is there. NoSuchBucketPolicy means that there is none yet.",
    },
    noted(
      s3api.putBucketPolicy(callers.admin, bucket, document(callers, id)),
      callers.admin.context.merged.has(id)
        ? "Replaces the whole bucket policy; the file holds what was there, too. If it has been changed since, review it again first."
        : "Replaces the whole bucket policy. If there was one, add its statements to the file first; apply.sh --merge does that.",
    ),
  ],
  "restore-bucket-policy": ({ bucket, document: id }, { admin }) => [
    noted(
      s3api.putBucketPolicy(admin, bucket, file(backupOf(id))),
      "If there was a bucket policy before: puts it back. Only while nobody has changed the policy since.",
    ),
    noted(s3api.deleteBucketPolicy(admin, bucket), "If there was none before: deletes it."),
  ],
  "add-key-statements": ({ document: id, ...key }, callers) => [
    {
      ...kms.getKeyPolicy(callers.admin, key),
      saveTo: backupOf(id),
      note: "Keeps what is there.",
    },
    callers.admin.context.merged.has(id)
      ? noted(
          kms.putKeyPolicy(callers.admin, key, document(callers, id)),
          "Replaces the whole key policy; the file holds what was there, too. If it has been changed since, review it again first.",
        )
      : noted(
          kms.putKeyPolicy(callers.admin, key, file(mergedOf(id))),
          `Put the statements of ${fileNameOf(callers.admin.context, id)} behind those of ${backupOf(id)} and save the whole as ${mergedOf(id)} first; apply.sh does that.`,
        ),
  ],
  "remove-key-statements": ({ document: id, ...key }, { admin }) => [
    noted(
      kms.putKeyPolicy(admin, key, file(backupOf(id))),
      "Only while nobody has changed the key policy since; otherwise take the added statements out of it.",
    ),
  ],
  "create-role": (operation, callers) => [
    iam.createRole(callers.admin, operation, document(callers, operation.trustDocument)),
  ],
  "delete-role": ({ roleName }, { admin }) => [
    noted(iam.deleteRole(admin, roleName), USED_BY_OTHERS),
  ],
  "put-role-policy": (operation, callers) => [
    iam.putInlinePolicy(callers.admin, role(operation), document(callers, operation.document)),
  ],
  "delete-role-policy": (operation, { admin }) => [iam.deleteInlinePolicy(admin, role(operation))],
  "put-user-policy": (operation, callers) => [
    iam.putInlinePolicy(callers.admin, user(operation), document(callers, operation.document)),
  ],
  "delete-user-policy": (operation, { admin }) => [iam.deleteInlinePolicy(admin, user(operation))],
  "create-policy": (operation, callers) => [
    iam.createPolicy(callers.admin, operation, document(callers, operation.document)),
  ],
  "delete-policy": ({ policyArn }, { admin }) => [
    noted(iam.deletePolicy(admin, policyArn), USED_BY_OTHERS),
  ],
  "attach-role-policy": (operation, { admin }) => [iam.attachPolicy(admin, toRole(operation))],
  "detach-role-policy": (operation, { admin }) => [iam.detachPolicy(admin, toRole(operation))],
  "attach-user-policy": (operation, { admin }) => [iam.attachPolicy(admin, toUser(operation))],
  "detach-user-policy": (operation, { admin }) => [iam.detachPolicy(admin, toUser(operation))],
  "create-user": (operation, { admin }) => [iam.createUser(admin, operation)],
  "delete-user": ({ userName }, { admin }) => [
    noted(iam.deleteUser(admin, userName), USED_BY_OTHERS),
  ],
  "create-access-key": ({ userName }, { admin }) => [
    noted(
      iam.createAccessKey(admin, userName),
      "Prints the access key ID and the secret access key. AWS shows the secret this once: run it where no output is recorded, and clear the screen afterwards.",
    ),
  ],
  "get-access-key-last-used": ({ userName }, { admin }) => [
    iam.listAccessKeyIds(admin, userName),
    noted(
      iam.getAccessKeyLastUsed(admin, SOME_KEY_ID),
      `Put the ID of the old key in the place of ${KEY_ID}. Tells when it was last used.`,
    ),
  ],
  "deactivate-access-key": ({ userName }, { admin }) => [
    noted(
      iam.deactivateAccessKey(admin, userName, SOME_KEY_ID),
      `Put the key's ID in the place of ${KEY_ID}. Stops the key; with --status Active it works again.`,
    ),
  ],
  "delete-access-key": ({ userName }, { admin }) => [
    noted(
      iam.deleteAccessKey(admin, userName, SOME_KEY_ID),
      `Put the key's ID in the place of ${KEY_ID}. For good.`,
    ),
  ],
  "delete-access-keys": ({ userName }, { admin }) => [
    noted(iam.listAccessKeyIds(admin, userName), "Prints the IDs of the user's keys."),
    noted(
      iam.deleteAccessKey(admin, userName, SOME_KEY_ID),
      `Once for each of them, with its ID in the place of ${KEY_ID}.`,
    ),
  ],
  "simulate-principal-policy": (operation, { admin }) => [
    noted(
      iam.simulatePrincipalPolicy(admin, operation),
      `Must print ${operation.expect === "allowed" ? "allowed" : "explicitDeny or implicitDeny"}.`,
    ),
  ],
  probe: (operation, { probe }) => probeCommands(operation, probe),
  "probe-assume-role": (operation, { app }) => [
    noted(
      answering(sts.assumeRole(app, operation), "AssumedRoleUser.Arn"),
      `Must be ${operation.expect === "allowed" ? "answered with an ARN" : "denied (AccessDenied)"}: ${operation.shows}.`,
    ),
  ],
  "configure-profile": () => [],
  "assume-role": ({ mfaSerial, ...request }, { app }) =>
    mfaSerial === undefined
      ? [noted(sts.assumeRole(app, request), "Prints temporary credentials: for your eyes only.")]
      : [
          noted(
            sts.assumeRole(app, {
              ...request,
              mfa: { serial: mfaSerial, code: { kind: "text", text: "123456" } },
            }),
            "Put the code that the MFA device shows in the place of 123456. Prints temporary credentials: for your eyes only.",
          ),
        ],
  "by-hand": () => [],
};

const USED_BY_OTHERS =
  "DeleteConflict means that something is left on it, or that others use it: leave it then.";

/** Stands for the ID of a key that only AWS knows; AWS's own example, which works nowhere. */
const KEY_ID = "AKIAIOSFODNN7EXAMPLE";
const SOME_KEY_ID: CliValue = { kind: "text", text: KEY_ID };

const ENCRYPTION_ANSWERS: Readonly<
  Record<Of<"check-bucket-encryption">["expected"], (keyArn: string) => string>
> = {
  "sse-s3": () => "Must print AES256.",
  "sse-kms": (keyArn) => `Must print aws:kms and ${keyArn}.`,
  "aws-managed-key": () => "Must print aws:kms without a key, or with alias/aws/s3.",
};

function probeCommands(probe: Probe, caller: Caller): readonly CliCommand[] {
  const { access, bucket, path, expect, shows } = probe;
  const note = `Must be ${expect === "allowed" ? "allowed" : "denied (AccessDenied)"}: ${shows}.`;
  switch (access) {
    case "list":
      return [noted(s3api.listFirstKey(caller, bucket, path), note)];
    case "read": {
      const key: CliValue = { kind: "text", text: path };
      if (probe.existing !== true) return [noted(s3api.getFirstByte(caller, bucket, key), note)];
      return [
        noted(
          s3api.listFirstKey(caller, bucket, path),
          "Prints a key to read. Without list access, ask account A for one.",
        ),
        noted(
          s3api.getFirstByte(caller, bucket, { kind: "text", text: `${path}KEY` }),
          `${note} Put the key printed above in the place of ${path}KEY.`,
        ),
      ];
    }
    case "write":
      return [
        noted(
          expect === "allowed"
            ? s3api.putEmptyObject(caller, bucket, path)
            : s3api.putNothing(caller, bucket, path),
          expect === "allowed" ? note : `${note} BadDigest would mean that it is allowed.`,
        ),
      ];
    case "delete":
      return [noted(s3api.deleteObject(caller, bucket, path), note)];
  }
}
