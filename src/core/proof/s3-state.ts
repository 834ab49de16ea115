import type { ObjectOwnership } from "#core/parameters/agreement.ts";
import type { PreparedRequest } from "#core/proof/request.ts";
import { resourceNoun } from "#core/proof/request.ts";

export type AclPermission = "READ" | "WRITE" | "READ_ACP" | "WRITE_ACP" | "FULL_CONTROL";

/** What S3 decides besides policies, for the requested bucket or object. */
export interface S3State {
  readonly ownership: ObjectOwnership;
  /** Account that owns the object; the bucket's owner when left out. */
  readonly objectOwner?: string;
  /** The ACL of the requested object or, for actions on the bucket and uploads, of the bucket. */
  readonly acl?: readonly {
    readonly canonicalUserId: string;
    readonly permission: AclPermission;
  }[];
  /** Block Public Access: RestrictPublicBuckets of the bucket or its account. */
  readonly restrictPublicBuckets?: boolean;
}

const ACL_ACTIONS: Readonly<Record<Exclude<AclPermission, "FULL_CONTROL">, readonly string[]>> = {
  READ: [
    "s3:getobject",
    "s3:getobjectversion",
    "s3:listbucket",
    "s3:listbucketversions",
    "s3:listbucketmultipartuploads",
  ],
  WRITE: ["s3:putobject"],
  READ_ACP: ["s3:getobjectacl", "s3:getobjectversionacl", "s3:getbucketacl"],
  WRITE_ACP: ["s3:putobjectacl", "s3:putobjectversionacl", "s3:putbucketacl"],
};

function actionsOf(permission: AclPermission): readonly string[] {
  if (permission === "FULL_CONTROL") return Object.values(ACL_ACTIONS).flat();
  return ACL_ACTIONS[permission];
}

/**
 * Decides whether the ACL grants the action to the caller's account, or the account owns the
 * object. `BucketOwnerEnforced` switches ACLs off and makes the bucket's owner own every object.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
 */
export function aclAllows(state: S3State | undefined, request: PreparedRequest): boolean {
  if (state === undefined || state.ownership === "BucketOwnerEnforced") return false;
  if (isForeignObject(state, request) && state.objectOwner === request.caller.account) return true;
  const { canonicalUserId, lowerCaseAction } = request;
  return (state.acl ?? []).some(
    (grant) =>
      grant.canonicalUserId === canonicalUserId &&
      actionsOf(grant.permission).includes(lowerCaseAction),
  );
}

/**
 * An Allow of a bucket policy covers only objects of the bucket's owner; a Deny covers all.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
 */
export function isForeignObject(state: S3State | undefined, request: PreparedRequest): boolean {
  if (state === undefined || state.ownership === "BucketOwnerEnforced") return false;
  const { objectOwner = request.resourceAccount } = state;
  return objectOwner !== request.resourceAccount && resourceNoun(request.resourceArn) === "object";
}
