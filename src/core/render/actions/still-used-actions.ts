import type { Operation } from "#core/plan/operation.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import type { InlinePolicy } from "#core/render/calls/iam.ts";
import * as uses from "#core/render/calls/iam-uses.ts";
import type { CliCommand } from "#core/render/command-line.ts";
import { call, type LibraryCall, type ScriptCommand } from "./script-action.ts";

export const listing = (command: CliCommand): ScriptCommand => ({
  name: "list",
  command,
  mode: "asks",
});

/** IAM's code for a role, user or policy that is not there. */
const NO_ENTITY = "NoSuchEntity";

interface Users {
  readonly noun: string;
  readonly command: CliCommand;
  /** Names that the same script takes away before. */
  readonly own: readonly string[];
}

/** Asks who uses what is to be deleted next, `about`: IAM refuses to delete it then. */
function stillUsed(about: string, users: readonly Users[]): readonly LibraryCall[] {
  return users.map(({ noun, command, own }, index) =>
    call(
      "still-used",
      index === 0 ? about : "",
      [noun, NO_ENTITY, "", ...(own.length === 0 ? [] : [own.join(" ")])],
      [listing(command)],
    ),
  );
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html */
export function policyStillUsed(
  admin: Caller,
  policyArn: string,
  about: string,
): readonly LibraryCall[] {
  const { operations } = admin.context;
  const own = (kind: "attach-role-policy" | "attach-user-policy") =>
    operations.flatMap((one) =>
      one.kind === kind && one.policyArn === policyArn
        ? [one.kind === "attach-role-policy" ? one.roleName : one.userName]
        : [],
    );
  const holders = (holder: "Role" | "User" | "Group", names: readonly string[]): Users => ({
    noun: holder.toLowerCase(),
    command: uses.listPolicyHolders(admin, policyArn, holder),
    own: names,
  });
  return stillUsed(about, [
    holders("Role", own("attach-role-policy")),
    holders("User", own("attach-user-policy")),
    holders("Group", []),
  ]);
}

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html */
export function roleStillUsed(
  admin: Caller,
  roleName: string,
  about: string,
): readonly LibraryCall[] {
  return stillUsed(about, [
    ...policiesOf(admin, { holder: "role", name: roleName }),
    {
      noun: "instance profile",
      command: uses.listInstanceProfiles(admin, roleName),
      own: [],
    },
  ]);
}

/**
 * A password, SSH keys and certificates are not asked for: IAM's own refusal tells of them.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html
 */
export function userStillUsed(
  admin: Caller,
  userName: string,
  about: string,
): readonly LibraryCall[] {
  return stillUsed(about, [
    ...policiesOf(admin, { holder: "user", name: userName }),
    { noun: "group", command: uses.listGroups(admin, userName), own: [] },
    { noun: "MFA device", command: uses.listMfaDevices(admin, userName), own: [] },
  ]);
}

function policiesOf(
  admin: Caller,
  holder: Pick<InlinePolicy, "holder" | "name">,
): readonly Users[] {
  const own = (nameOf: (put: Operation) => string | undefined) =>
    admin.context.operations.flatMap((put) => nameOf(put) ?? []);
  const isHolder = (one: { readonly roleName: string } | { readonly userName: string }) =>
    "roleName" in one
      ? holder.holder === "role" && one.roleName === holder.name
      : holder.holder === "user" && one.userName === holder.name;
  return [
    {
      noun: "inline policy",
      command: uses.listPolicyNames(admin, holder),
      own: own((put) =>
        (put.kind === "put-role-policy" || put.kind === "put-user-policy") && isHolder(put)
          ? put.policyName
          : undefined,
      ),
    },
    {
      noun: "attached policy",
      command: uses.listAttachedArns(admin, holder),
      own: own((put) =>
        (put.kind === "attach-role-policy" || put.kind === "attach-user-policy") && isHolder(put)
          ? put.policyArn
          : undefined,
      ),
    },
  ];
}
