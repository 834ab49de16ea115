import { roleArn } from "#core/aws/arn.ts";
import { BUCKET_POLICY_MAX_BYTES, KEY_POLICY_MAX_BYTES } from "#core/aws/limits.ts";
import { nameInArn } from "#core/policy/attachments.ts";
import type { Caller } from "#core/render/calls/caller.ts";
import * as iam from "#core/render/calls/iam.ts";
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
import { recordId } from "./record-id.ts";
import { type ActionTable, call, changing, looking, type ScriptAction } from "./script-action.ts";

/** What the CLI prints for a value that is not there. */
const NO_BOUNDARY = "None";

/** What apply does: puts what is not there yet, and stops before it overwrites anything. */
export const APPLY_ACTIONS = {
  "put-bucket-policy": ({ bucket, document }, admin) => [
    call(
      "apply-statements",
      `bucket policy of ${bucket}`,
      [
        recordId("bucket-policy", bucket),
        fileNameOf(admin.context, document),
        String(BUCKET_POLICY_MAX_BYTES),
        NO_BUCKET_POLICY,
        "ask",
        ...reviewedArgument(admin.context, document),
      ],
      bucketPolicyCommands(admin, bucket),
    ),
  ],
  "add-key-statements": ({ document, ...key }, admin) => [
    call(
      "apply-statements",
      `policy of key ${nameInArn(key.keyArn)}`,
      [
        recordId("key-policy", key.keyArn),
        fileNameOf(admin.context, document),
        String(KEY_POLICY_MAX_BYTES),
        NEVER_NONE,
        "add",
        ...reviewedArgument(admin.context, document),
      ],
      keyPolicyCommands(admin, key),
    ),
  ],
  "create-role": (operation, admin, account) => {
    const { roleName, path, maxSessionSeconds, trustDocument } = operation;
    const { partition } = admin.context;
    return [
      call(
        "apply-role",
        `role ${roleName}`,
        [
          recordId("role", roleName),
          fileNameOf(admin.context, trustDocument),
          roleArn({ partition, account, path, name: roleName }),
          String(maxSessionSeconds),
          ...reviewedArgument(admin.context, trustDocument),
        ],
        [
          looking(answering(iam.getRole(admin, roleName), "Role", "json")),
          changing("put", iam.createRole(admin, operation, NEW_FILE)),
          changing("update", iam.updateTrust(admin, roleName, NEW_FILE)),
        ],
      ),
    ];
  },
  "create-user": (operation, admin) => {
    const { userArn, userName, permissionsBoundary } = operation;
    return [
      call(
        "apply-user",
        `user ${userName}`,
        [
          recordId("user", userArn),
          userArn,
          permissionsBoundary === "" ? NO_BOUNDARY : permissionsBoundary,
        ],
        [
          looking(iam.getUserAndBoundary(admin, userName)),
          changing("create", iam.createUser(admin, operation)),
        ],
      ),
    ];
  },
  "create-access-key": ({ userName, page }, admin) => [
    call(
      "ask-for-access-key",
      `access key of user ${userName}`,
      [
        `Create the access key of ${userName} yourself: README.md has the command. AWS shows its secret once, so this script does not ask for it.`,
        page,
      ],
      [looking(iam.listAccessKeyIds(admin, userName))],
    ),
  ],
  "put-role-policy": ({ roleName, policyName, document }, admin) =>
    applyInline({ holder: "role", name: roleName, policyName }, document, admin),
  "put-user-policy": ({ userName, policyName, document }, admin) =>
    applyInline({ holder: "user", name: userName, policyName }, document, admin),
  "create-policy": (operation, admin) => [
    call(
      "apply-managed-policy",
      `policy ${operation.policyName}`,
      [recordId("policy", operation.policyArn), fileNameOf(admin.context, operation.document)],
      [
        ...managedPolicyLooks(admin, operation.policyArn),
        changing("put", iam.createPolicy(admin, operation, NEW_FILE)),
      ],
    ),
  ],
  "attach-role-policy": ({ roleName, policyArn }, admin) =>
    attach({ holder: "role", name: roleName, policyArn }, admin),
  "attach-user-policy": ({ userName, policyArn }, admin) =>
    attach({ holder: "user", name: userName, policyArn }, admin),
} satisfies Partial<ActionTable>;

function applyInline(
  policy: iam.InlinePolicy,
  document: string,
  admin: Caller,
): readonly ScriptAction[] {
  const { holder, name, policyName } = policy;
  return [
    call(
      "apply-policy",
      `inline policy ${policyName} of ${holder} ${name}`,
      [recordId(`${holder}-policy`, name, policyName), fileNameOf(admin.context, document)],
      [
        looking(iam.getInlinePolicy(admin, policy)),
        changing("put", iam.putInlinePolicy(admin, policy, NEW_FILE)),
      ],
    ),
  ];
}

function attach(policy: iam.AttachedPolicy, admin: Caller): readonly ScriptAction[] {
  const { holder, name, policyArn } = policy;
  return [
    call(
      "apply-attachment",
      `policy ${nameInArn(policyArn)} on ${holder} ${name}`,
      [recordId(`${holder}-attachment`, name, policyArn), policyArn],
      [
        looking(iam.listAttachedPolicies(admin, policy)),
        changing("attach", iam.attachPolicy(admin, policy)),
      ],
    ),
  ];
}
