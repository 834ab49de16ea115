import type { Operation } from "#core/plan/operation.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as iam from "#core/render/calls/iam.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import { fileNameOf, reviewedArgument } from "#core/render/command-context.ts";
import { answering } from "#core/render/command-line.ts";
import {
  bucketPolicyCommands,
  keyPolicyCommands,
  managedPolicyLooks,
  NEVER_NONE,
  NEW_FILE,
  NO_BUCKET_POLICY,
} from "./policy-commands.ts";
import { putFile } from "./put-file.ts";
import { recordId } from "./record-id.ts";
import {
  type ActionTable,
  call,
  changing,
  looking,
  type ScriptAction,
  VARIABLES,
} from "./script-action.ts";
import { policyStillUsed, roleStillUsed, userStillUsed } from "./still-used-actions.ts";

/** What undo does: takes away what apply added, and stops before it takes anything else. */
export const UNDO_ACTIONS = {
  "restore-bucket-policy": ({ bucket, document }, admin) => [
    call(
      "undo-statements",
      `bucket policy of ${bucket}`,
      [
        recordId("bucket-policy", bucket),
        fileNameOf(admin.context, document),
        NO_BUCKET_POLICY,
        ...reviewedArgument(admin.context, document),
      ],
      [
        ...bucketPolicyCommands(admin, bucket),
        changing("remove", s3api.deleteBucketPolicy(admin, bucket)),
      ],
    ),
  ],
  "remove-key-statements": ({ document, ...key }, admin) => [
    call(
      "undo-statements",
      `policy of key ${nameInArn(key.keyArn)}`,
      [
        recordId("key-policy", key.keyArn),
        fileNameOf(admin.context, document),
        NEVER_NONE,
        ...reviewedArgument(admin.context, document),
      ],
      keyPolicyCommands(admin, key),
    ),
  ],
  "delete-role": ({ roleName }, admin) => [
    ...roleStillUsed(admin, roleName, `role ${roleName}`),
    call(
      "undo-policy",
      "",
      [
        recordId("role", roleName),
        putFile(admin.context, trustOf(roleName)),
        ...admin.context.operations
          .flatMap((put) => trustOf(roleName)(put) ?? [])
          .flatMap((document) => reviewedArgument(admin.context, document)),
      ],
      [
        looking(answering(iam.getRole(admin, roleName), "Role.AssumeRolePolicyDocument", "json")),
        changing("put", iam.updateTrust(admin, roleName, NEW_FILE)),
        changing("remove", iam.deleteRole(admin, roleName)),
      ],
    ),
  ],
  "delete-user": ({ userArn, userName }, admin) => [
    ...userStillUsed(admin, userName, `user ${userName}`),
    call(
      "undo-user",
      "",
      [recordId("user", userArn), userArn],
      [
        looking(answering(iam.getUser(admin, userName), "User.Arn")),
        changing("remove", iam.deleteUser(admin, userName)),
      ],
    ),
  ],
  "delete-access-keys": ({ userArn, userName }, admin) => [
    call(
      "undo-access-keys",
      `access keys of user ${userName}`,
      [recordId("user", userArn)],
      [
        looking(iam.listAccessKeyIds(admin, userName)),
        changing(
          "remove",
          iam.deleteAccessKey(admin, userName, {
            kind: "variable",
            variable: VARIABLES.accessKey,
          }),
        ),
      ],
    ),
  ],
  "delete-role-policy": ({ roleName, policyName }, admin) =>
    undoInline(
      { holder: "role", name: roleName, policyName },
      putFile(admin.context, (put) =>
        put.kind === "put-role-policy" && put.roleName === roleName && put.policyName === policyName
          ? put.document
          : undefined,
      ),
      admin,
    ),
  "delete-user-policy": ({ userName, policyName }, admin) =>
    undoInline(
      { holder: "user", name: userName, policyName },
      putFile(admin.context, (put) =>
        put.kind === "put-user-policy" && put.userName === userName && put.policyName === policyName
          ? put.document
          : undefined,
      ),
      admin,
    ),
  "delete-policy": ({ policyArn }, admin) => [
    ...policyStillUsed(admin, policyArn, `policy ${nameInArn(policyArn)}`),
    call(
      "undo-managed-policy",
      "",
      [
        recordId("policy", policyArn),
        putFile(admin.context, (put) =>
          put.kind === "create-policy" && put.policyArn === policyArn ? put.document : undefined,
        ),
      ],
      [
        ...managedPolicyLooks(admin, policyArn),
        changing("remove", iam.deletePolicy(admin, policyArn)),
      ],
    ),
  ],
  "detach-role-policy": ({ roleName, policyArn }, admin) =>
    detach({ holder: "role", name: roleName, policyArn }, admin),
  "detach-user-policy": ({ userName, policyArn }, admin) =>
    detach({ holder: "user", name: userName, policyArn }, admin),
} satisfies Partial<ActionTable>;

const trustOf =
  (roleName: string) =>
  (put: Operation): string | undefined =>
    put.kind === "create-role" && put.roleName === roleName ? put.trustDocument : undefined;

function undoInline(
  policy: iam.InlinePolicy,
  fileName: string,
  admin: Caller,
): readonly ScriptAction[] {
  const { holder, name, policyName } = policy;
  return [
    call(
      "undo-policy",
      `inline policy ${policyName} of ${holder} ${name}`,
      [recordId(`${holder}-policy`, name, policyName), fileName],
      [
        looking(iam.getInlinePolicy(admin, policy)),
        changing("put", iam.putInlinePolicy(admin, policy, NEW_FILE)),
        changing("remove", iam.deleteInlinePolicy(admin, policy)),
      ],
    ),
  ];
}

function detach(policy: iam.AttachedPolicy, admin: Caller): readonly ScriptAction[] {
  const { holder, name, policyArn } = policy;
  return [
    call(
      "undo-attachment",
      `policy ${nameInArn(policyArn)} on ${holder} ${name}`,
      [recordId(`${holder}-attachment`, name, policyArn), policyArn],
      [
        looking(iam.listAttachedPolicies(admin, policy)),
        changing("remove", iam.detachPolicy(admin, policy)),
      ],
    ),
  ];
}
