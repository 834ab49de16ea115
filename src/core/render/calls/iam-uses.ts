import { answering, type CliCommand, textOption } from "#core/render/command-line.ts";
import type { Caller } from "./caller.ts";
import { type InlinePolicy, iam } from "./iam.ts";

/** Names of what a role or user has, one a line. */
export const listPolicyNames = (
  caller: Caller,
  { holder, name }: Pick<InlinePolicy, "holder" | "name">,
): CliCommand =>
  answering(
    iam(caller, `list-${holder}-policies`, textOption(`--${holder}-name`, name)),
    "PolicyNames[].[@]",
  );

export const listAttachedArns = (
  caller: Caller,
  { holder, name }: Pick<InlinePolicy, "holder" | "name">,
): CliCommand =>
  answering(
    iam(caller, `list-attached-${holder}-policies`, textOption(`--${holder}-name`, name)),
    "AttachedPolicies[].[PolicyArn]",
  );

export const listInstanceProfiles = (caller: Caller, roleName: string): CliCommand =>
  answering(
    iam(caller, "list-instance-profiles-for-role", textOption("--role-name", roleName)),
    "InstanceProfiles[].[InstanceProfileName]",
  );

export const listGroups = (caller: Caller, userName: string): CliCommand =>
  answering(
    iam(caller, "list-groups-for-user", textOption("--user-name", userName)),
    "Groups[].[GroupName]",
  );

export const listMfaDevices = (caller: Caller, userName: string): CliCommand =>
  answering(
    iam(caller, "list-mfa-devices", textOption("--user-name", userName)),
    "MFADevices[].[SerialNumber]",
  );

/** Names of the roles, users or groups that have the policy. */
export const listPolicyHolders = (
  caller: Caller,
  policyArn: string,
  holder: "Role" | "User" | "Group",
): CliCommand =>
  answering(
    iam(
      caller,
      "list-entities-for-policy",
      textOption("--policy-arn", policyArn),
      textOption("--entity-filter", holder),
    ),
    `Policy${holder}s[].[${holder}Name]`,
  );
