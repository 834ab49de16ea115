import type { GrantPermission } from "#core/aws/grant-permission.ts";

/** Who an access grant is for: a user or role of IAM, or an identity of the directory that IAM Identity Center knows. */
export interface Grantee {
  readonly type: "IAM" | "DIRECTORY_USER" | "DIRECTORY_GROUP";
  /** An ARN, or the UUID of a directory identity. */
  readonly identifier: string;
}

interface InRegion {
  readonly region: string;
}

/** One account has one instance in each region; there it answers for that account's buckets. */
interface OnInstance extends InRegion {
  readonly instanceArn: string;
}

/** What `grantee` may do with what lies at `locationScope` and `subPrefix`, put together as they stand. */
export interface AccessGrant extends InRegion {
  /** Of the location that it belongs to, whose id AWS knows. */
  readonly locationScope: string;
  /** `reports/*`, or the key of one object. */
  readonly subPrefix: string;
  /** The scope is one object. */
  readonly isObject: boolean;
  readonly permission: GrantPermission;
  readonly grantee: Grantee;
}

interface Share extends InRegion {
  readonly name: string;
}

/** Calls of S3 Access Grants and of AWS RAM, which shares an instance. */
export type AccessGrantsOperation =
  | (OnInstance & {
      readonly kind: "check-access-grants-instance";
      /** The instance of IAM Identity Center that must be associated with it; "" for none. */
      readonly identityCenterArn: string;
    })
  /** The managed permission must be among those that AWS RAM has for the resource type. */
  | (InRegion & {
      readonly kind: "check-share-permission";
      readonly permissionArn: string;
      readonly resourceType: string;
    })
  | (OnInstance & {
      readonly kind: "create-access-grants-instance";
      /** "" for none. */
      readonly identityCenterArn: string;
    })
  | (OnInstance & { readonly kind: "delete-access-grants-instance" })
  /** An instance with IAM Identity Center cannot be deleted before. */
  | (OnInstance & { readonly kind: "dissociate-identity-center" })
  | (OnInstance & { readonly kind: "put-instance-policy"; readonly document: string })
  /** Restores the backup of the policy that was there, or deletes ours when there was none. */
  | (OnInstance & { readonly kind: "restore-instance-policy"; readonly document: string })
  | (InRegion & {
      readonly kind: "create-access-grants-location";
      /** `s3://`, `s3://bucket/` or `s3://bucket/prefix/`. */
      readonly scope: string;
      readonly roleArn: string;
    })
  | (InRegion & {
      readonly kind: "delete-access-grants-location";
      readonly scope: string;
      /** Stays, with all that it needs, while other locations use it. */
      readonly roleArn: string;
    })
  | (AccessGrant & { readonly kind: "create-access-grant" })
  | (AccessGrant & { readonly kind: "delete-access-grant" })
  | (Share & {
      readonly kind: "create-resource-share";
      readonly resourceArn: string;
      /** Account id. */
      readonly principal: string;
      readonly permissionArn: string;
      /** Also with accounts outside the organization; those must accept an invitation. */
      readonly allowsExternal: boolean;
    })
  | (Share & { readonly kind: "delete-resource-share" })
  | (Share & { readonly kind: "accept-resource-share"; readonly sender: string })
  | (Share & { readonly kind: "leave-resource-share"; readonly receiver: string })
  /** In a verify step: the probes after it run with the credentials that it returns. */
  | (DataAccess & { readonly kind: "get-data-access"; readonly durationSeconds: number })
  /** Asks for credentials and throws them away. */
  | (DataAccess & {
      readonly kind: "probe-data-access";
      readonly expect: "allowed" | "denied";
      readonly shows: string;
    })
  | (InRegion & {
      readonly kind: "list-caller-access-grants";
      /** Account of the instance. */
      readonly account: string;
      readonly bucket: string;
    })
  | (InRegion & {
      readonly kind: "find-access-grants-instance";
      /** Account of the caller, not of the instance. */
      readonly account: string;
      readonly prefix: string;
    });

interface DataAccess extends InRegion {
  /** Account of the instance. */
  readonly account: string;
  /** `s3://bucket/reports/*`, or the address of one object. */
  readonly target: string;
  readonly isObject: boolean;
  readonly permission: GrantPermission;
}
