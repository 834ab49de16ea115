import { nameInArn } from "#core/policy/attachments.ts";
import * as iam from "#core/render/calls/iam.ts";
import * as kms from "#core/render/calls/kms.ts";
import * as s3api from "#core/render/calls/s3api.ts";
import { answering } from "#core/render/command-line.ts";
import { type ActionTable, call, looking } from "./script-action.ts";

/** What must be true before anything is changed, and what a step's own check looks at afterwards. */
export const CHECK_ACTIONS = {
  "check-role": ({ roleArn: arn, anyPath }, admin) => [
    call(
      "check-entity",
      `role ${nameInArn(arn)}`,
      [arn, anyPath === true ? "yes" : "no"],
      [looking(answering(iam.getRole(admin, nameInArn(arn)), "Role.Arn"))],
    ),
  ],
  "check-user": ({ userArn }, admin) => [
    call(
      "check-entity",
      `user ${nameInArn(userArn)}`,
      [userArn, "no"],
      [looking(answering(iam.getUser(admin, nameInArn(userArn)), "User.Arn"))],
    ),
  ],
  "check-policy": ({ policyArn }, admin) => [
    call(
      "check-entity",
      `policy ${nameInArn(policyArn)}`,
      [policyArn, "no"],
      [looking(iam.getPolicyArn(admin, policyArn))],
    ),
  ],
  "check-bucket-ownership": ({ bucket, expected }, admin) => [
    call(
      "check-ownership",
      `Object Ownership of ${bucket}`,
      [expected],
      [looking(s3api.getOwnership(admin, bucket))],
    ),
  ],
  "check-bucket-encryption": ({ bucket, expected, keyArn }, admin) => [
    call(
      "check-encryption",
      `default encryption of ${bucket}`,
      [expected, keyArn],
      [looking(s3api.getEncryption(admin, bucket))],
    ),
  ],
  "check-public-access-block": ({ bucket }, admin) => [
    call(
      "check-public-access-block",
      `Block Public Access of ${bucket}`,
      [],
      [looking(s3api.getPublicAccessBlock(admin, bucket))],
    ),
  ],
  "check-bucket-policy-status": ({ bucket }, admin) => [
    call(
      "check-policy-status",
      `bucket policy of ${bucket}`,
      [],
      [looking(s3api.getBucketPolicyStatus(admin, bucket))],
    ),
  ],
  "check-key-manager": (key, admin) => [
    call(
      "check-key-manager",
      `key ${nameInArn(key.keyArn)}`,
      [],
      [looking(kms.getKeyManager(admin, key))],
    ),
  ],
  "check-key-delegates": (key, admin) => [
    call(
      "check-key-delegates",
      `policy of key ${nameInArn(key.keyArn)}`,
      [key.account, key.roleArn],
      [looking(kms.getKeyPolicy(admin, key))],
    ),
  ],
} satisfies Partial<ActionTable>;
