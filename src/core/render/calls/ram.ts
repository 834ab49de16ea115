import {
  answering,
  type CliCommand,
  type CliOption,
  type CliValue,
  textOption,
  withOptions,
} from "#core/render/command-line.ts";
import { type Caller, call } from "./caller.ts";

interface At {
  readonly region: string;
}

interface Share extends At {
  readonly name: string;
}

/** Resource shares of a regional resource are of its region. @see https://docs.aws.amazon.com/ram/latest/userguide/working-with-regional-vs-global.html */
const ram = (caller: Caller, operation: string, at: At, ...options: readonly CliOption[]) =>
  call(caller, "ram", operation, options, at.region);

/** ARN twice, as id and as name, and status of the managed permissions for a type of resource. */
export const listPermissions = (
  caller: Caller,
  at: At & { readonly resourceType: string },
): CliCommand =>
  answering(
    ram(caller, "list-permissions", at, textOption("--resource-type", at.resourceType)),
    "permissions[].[arn,arn,status]",
  );

/** ARN, name and status of the shares of that name, made by this account or by others. */
export const getShares = (
  caller: Caller,
  share: Share,
  owner: "SELF" | "OTHER-ACCOUNTS",
): CliCommand =>
  answering(
    ram(
      caller,
      "get-resource-shares",
      share,
      textOption("--resource-owner", owner),
      textOption("--resource-share-status", "ACTIVE"),
      textOption("--name", share.name),
    ),
    "resourceShares[].[resourceShareArn,name,status]",
  );

export interface NewShare extends Share {
  readonly resourceArn: string;
  readonly principal: string;
  readonly permissionArn: string;
  readonly allowsExternal: boolean;
}

export function createShare(caller: Caller, share: NewShare): CliCommand {
  const command = ram(
    caller,
    "create-resource-share",
    share,
    textOption("--name", share.name),
    textOption("--resource-arns", share.resourceArn),
    textOption("--principals", share.principal),
    textOption("--permission-arns", share.permissionArn),
  );
  // AWS lets external principals in unless told otherwise.
  const limited: readonly CliOption[] = share.allowsExternal
    ? []
    : [{ name: "--no-allow-external-principals", value: { kind: "none" } }];
  return answering(withOptions(command, ...limited), "resourceShare.resourceShareArn");
}

export const deleteShare = (caller: Caller, at: At, arn: CliValue): CliCommand =>
  answering(
    ram(caller, "delete-resource-share", at, { name: "--resource-share-arn", value: arn }),
    "returnValue",
  );

/** Invitation, name and sender, status and share, of every invitation that this account has. */
export const getInvitations = (caller: Caller, at: At): CliCommand =>
  answering(
    ram(caller, "get-resource-share-invitations", at),
    "resourceShareInvitations[].[resourceShareInvitationArn,resourceShareName,senderAccountId,status,resourceShareArn]",
  );

export const acceptInvitation = (caller: Caller, at: At, arn: CliValue): CliCommand =>
  answering(
    ram(caller, "accept-resource-share-invitation", at, {
      name: "--resource-share-invitation-arn",
      value: arn,
    }),
    "resourceShareInvitation.status",
  );

/** Called by the account that uses the share, it leaves. @see https://docs.aws.amazon.com/ram/latest/userguide/working-with-shared-leave.html */
export const leaveShare = (
  caller: Caller,
  at: At & { readonly receiver: string },
  arn: CliValue,
): CliCommand =>
  answering(
    ram(
      caller,
      "disassociate-resource-share",
      at,
      { name: "--resource-share-arn", value: arn },
      textOption("--principals", at.receiver),
    ),
    "resourceShareAssociations[].status",
  );
