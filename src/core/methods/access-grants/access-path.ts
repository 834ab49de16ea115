import type { Shared } from "#core/methods/define-method.ts";
import type { AccessPath } from "#core/policy/access-path.ts";
import { instancesOf, locationRoleArn } from "./names.ts";
import type { Settings } from "./parameters.ts";
import { granteesOf, targetsOf } from "./targets.ts";

/** Directory identities are left out: no policy names them. */
export function accessPath(sharing: Shared<Settings>): AccessPath {
  const { settings } = sharing;
  const grantees = granteesOf(sharing)
    .filter(({ type }) => type === "IAM")
    .map(({ identifier }) => identifier);
  return {
    kind: "through-grants",
    roleArn: locationRoleArn(sharing),
    instances: instancesOf(sharing).map(({ region, arn }) => ({
      region,
      arn,
      sharedBy: settings.sharing === "ram" ? "resource-share" : "resource-policy",
    })),
    grants: targetsOf(sharing).map(({ instance, bucket, path, isObject, permission }) => ({
      instanceArn: instance.arn,
      grantees,
      permission,
      bucket,
      path,
      isObject,
    })),
    setsContext: settings.identityCenterArn !== "",
    keyPolicyDelegates: settings.keyPolicy === "delegates",
  };
}
