import { accessGrants } from "./access-grants/index.ts";
import { aclQuicksight } from "./acl-quicksight/index.ts";
import { assumeRole } from "./assume-role/index.ts";
import { bucketPolicy } from "./bucket-policy/index.ts";
import { iamUser } from "./iam-user/index.ts";
import type { Method } from "./method.ts";

/** THE list: a method is its folder and its line here. In the order in which they are offered. */
export const METHODS: readonly Method[] = [
  bucketPolicy,
  assumeRole,
  accessGrants,
  aclQuicksight,
  iamUser,
];

export function findMethod(id: string): Method | undefined {
  return METHODS.find((method) => method.id === id);
}
