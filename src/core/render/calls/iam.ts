import type { ContextEntry } from "#core/plan/operation.ts";
import {
  answering,
  type CliCommand,
  type CliOption,
  type CliValue,
  textOption,
} from "#core/render/command-line.ts";
import { type Caller, call, partitionRegion } from "./caller.ts";

export function iam(
  caller: Caller,
  operation: string,
  ...options: readonly CliOption[]
): CliCommand {
  return call(caller, "iam", operation, options, partitionRegion(caller));
}

const policyDocument = (value: CliValue): CliOption => ({ name: "--policy-document", value });

export const getRole = (caller: Caller, roleName: string): CliCommand =>
  iam(caller, "get-role", textOption("--role-name", roleName));

export const getUser = (caller: Caller, userName: string): CliCommand =>
  iam(caller, "get-user", textOption("--user-name", userName));

export interface NewRole {
  readonly roleName: string;
  readonly path: string;
  readonly maxSessionSeconds: number;
  readonly description: string;
}

export function createRole(caller: Caller, role: NewRole, trust: CliValue): CliCommand {
  const command = iam(
    caller,
    "create-role",
    textOption("--role-name", role.roleName),
    textOption("--path", role.path),
    { name: "--assume-role-policy-document", value: trust },
    textOption("--max-session-duration", String(role.maxSessionSeconds)),
    ...(role.description === "" ? [] : [textOption("--description", role.description)]),
  );
  return answering(command, "Role.Arn");
}

export const updateTrust = (caller: Caller, roleName: string, trust: CliValue): CliCommand =>
  iam(
    caller,
    "update-assume-role-policy",
    textOption("--role-name", roleName),
    policyDocument(trust),
  );

export const deleteRole = (caller: Caller, roleName: string): CliCommand =>
  iam(caller, "delete-role", textOption("--role-name", roleName));

export interface NewUser {
  readonly userName: string;
  readonly path: string;
  readonly tags: readonly (readonly [key: string, value: string])[];
  /** "" for none. */
  readonly permissionsBoundary: string;
}

export function createUser(caller: Caller, user: NewUser): CliCommand {
  const tags = user.tags.map(([Key, Value]) => ({ Key, Value }));
  const command = iam(
    caller,
    "create-user",
    textOption("--user-name", user.userName),
    textOption("--path", user.path),
    ...(user.permissionsBoundary === ""
      ? []
      : [textOption("--permissions-boundary", user.permissionsBoundary)]),
    ...(tags.length === 0 ? [] : [textOption("--tags", JSON.stringify(tags))]),
  );
  return answering(command, "User.Arn");
}

/** ARN and permissions boundary; `None` for no boundary. */
export const getUserAndBoundary = (caller: Caller, userName: string): CliCommand =>
  answering(
    iam(caller, "get-user", textOption("--user-name", userName)),
    "User.[Arn,PermissionsBoundary.PermissionsBoundaryArn]",
  );

export const deleteUser = (caller: Caller, userName: string): CliCommand =>
  iam(caller, "delete-user", textOption("--user-name", userName));

/** The one answer that holds the secret. */
export const createAccessKey = (caller: Caller, userName: string): CliCommand =>
  answering(
    iam(caller, "create-access-key", textOption("--user-name", userName)),
    "AccessKey.[AccessKeyId,SecretAccessKey]",
  );

export const listAccessKeyIds = (caller: Caller, userName: string): CliCommand =>
  answering(
    iam(caller, "list-access-keys", textOption("--user-name", userName)),
    "AccessKeyMetadata[].AccessKeyId",
  );

const accessKeyId = (value: CliValue): CliOption => ({ name: "--access-key-id", value });

export const getAccessKeyLastUsed = (caller: Caller, keyId: CliValue): CliCommand =>
  answering(
    iam(caller, "get-access-key-last-used", accessKeyId(keyId)),
    "AccessKeyLastUsed.LastUsedDate",
  );

export const deactivateAccessKey = (
  caller: Caller,
  userName: string,
  keyId: CliValue,
): CliCommand =>
  iam(
    caller,
    "update-access-key",
    textOption("--user-name", userName),
    accessKeyId(keyId),
    textOption("--status", "Inactive"),
  );

export const deleteAccessKey = (caller: Caller, userName: string, keyId: CliValue): CliCommand =>
  iam(caller, "delete-access-key", textOption("--user-name", userName), accessKeyId(keyId));

export function simulatePrincipalPolicy(
  caller: Caller,
  request: {
    readonly principalArn: string;
    readonly action: string;
    readonly resourceArn: string;
    readonly context?: ContextEntry;
  },
): CliCommand {
  const { context } = request;
  const command = iam(
    caller,
    "simulate-principal-policy",
    textOption("--policy-source-arn", request.principalArn),
    textOption("--action-names", request.action),
    textOption("--resource-arns", request.resourceArn),
    ...(context === undefined
      ? []
      : [
          textOption(
            "--context-entries",
            `ContextKeyName=${context.key},ContextKeyValues=${context.value},ContextKeyType=${context.type}`,
          ),
        ]),
  );
  return answering(command, "EvaluationResults[].EvalDecision");
}

/** An inline policy of a role or a user. */
export interface InlinePolicy {
  readonly holder: "role" | "user";
  readonly name: string;
  readonly policyName: string;
}

function inline(
  caller: Caller,
  verb: string,
  policy: InlinePolicy,
  ...more: CliOption[]
): CliCommand {
  return iam(
    caller,
    `${verb}-${policy.holder}-policy`,
    textOption(`--${policy.holder}-name`, policy.name),
    textOption("--policy-name", policy.policyName),
    ...more,
  );
}

export const getInlinePolicy = (caller: Caller, policy: InlinePolicy): CliCommand =>
  answering(inline(caller, "get", policy), "PolicyDocument", "json");

export const putInlinePolicy = (caller: Caller, policy: InlinePolicy, document: CliValue) =>
  inline(caller, "put", policy, policyDocument(document));

export const deleteInlinePolicy = (caller: Caller, policy: InlinePolicy): CliCommand =>
  inline(caller, "delete", policy);

export const listInlinePolicies = (
  caller: Caller,
  { holder, name }: Pick<InlinePolicy, "holder" | "name">,
): CliCommand =>
  answering(
    iam(caller, `list-${holder}-policies`, textOption(`--${holder}-name`, name)),
    "PolicyNames[]",
  );

/** A managed policy on a role or a user. */
export interface AttachedPolicy {
  readonly holder: "role" | "user";
  readonly name: string;
  readonly policyArn: string;
}

function attached(caller: Caller, verb: "attach" | "detach", policy: AttachedPolicy): CliCommand {
  return iam(
    caller,
    `${verb}-${policy.holder}-policy`,
    textOption(`--${policy.holder}-name`, policy.name),
    textOption("--policy-arn", policy.policyArn),
  );
}

export const attachPolicy = (caller: Caller, policy: AttachedPolicy): CliCommand =>
  attached(caller, "attach", policy);

export const detachPolicy = (caller: Caller, policy: AttachedPolicy): CliCommand =>
  attached(caller, "detach", policy);

export const listAttachedPolicies = (caller: Caller, policy: AttachedPolicy): CliCommand =>
  answering(
    iam(
      caller,
      `list-attached-${policy.holder}-policies`,
      textOption(`--${policy.holder}-name`, policy.name),
    ),
    "AttachedPolicies[].PolicyArn",
  );

export const getPolicyArn = (caller: Caller, policyArn: string): CliCommand =>
  answering(iam(caller, "get-policy", textOption("--policy-arn", policyArn)), "Policy.Arn");

export const getPolicyVersionId = (caller: Caller, policyArn: string): CliCommand =>
  answering(
    iam(caller, "get-policy", textOption("--policy-arn", policyArn)),
    "Policy.DefaultVersionId",
  );

export const getPolicyVersion = (caller: Caller, policyArn: string, version: CliValue) =>
  answering(
    iam(caller, "get-policy-version", textOption("--policy-arn", policyArn), {
      name: "--version-id",
      value: version,
    }),
    "PolicyVersion.Document",
    "json",
  );

export function createPolicy(
  caller: Caller,
  policy: { readonly policyName: string; readonly path: string },
  document: CliValue,
): CliCommand {
  const command = iam(
    caller,
    "create-policy",
    textOption("--policy-name", policy.policyName),
    textOption("--path", policy.path),
    policyDocument(document),
  );
  return answering(command, "Policy.Arn");
}

export const deletePolicy = (caller: Caller, policyArn: string): CliCommand =>
  iam(caller, "delete-policy", textOption("--policy-arn", policyArn));
