import type { AccountId } from "#core/aws/account-id.ts";
import type { GrantPermission } from "#core/aws/grant-permission.ts";

/**
 * How the consumer comes to the shared data. Declared by the method, so that the proof can
 * ask the right questions without knowing which method it judges.
 */
export type AccessPath =
  /** They call S3 themselves. */
  | { readonly kind: "direct" }
  /**
   * They call S3 themselves, and access control lists name their account: the whole bucket may be
   * listed, and these objects read.
   */
  | {
      readonly kind: "by-acl";
      readonly canonicalUsers: readonly CanonicalUser[];
      readonly objects: readonly SharedObject[];
    }
  /** They assume a role of account A, and its session calls S3. */
  | {
      readonly kind: "through-role";
      readonly roleArn: string;
      /** Sent with AssumeRole; "" for none. */
      readonly externalId: string;
      /** Callers may set a source identity. */
      readonly sourceIdentity: boolean;
      /** The key policies already let account A's identity policies decide. */
      readonly keyPolicyDelegates: boolean;
    }
  /** They hold access keys of a user of account A: whoever calls is that user. */
  | {
      readonly kind: "as-user";
      readonly userArn: string;
      /** What the user may do besides using the shared data. */
      readonly also: readonly AlsoGranted[];
      /** The key policies already let account A's identity policies decide. */
      readonly keyPolicyDelegates: boolean;
    }
  /** S3 Access Grants of account A give them credentials, with which a role's session calls S3. */
  | {
      readonly kind: "through-grants";
      /** The role of every location; a session of it may do what both it and the grant may. */
      readonly roleArn: string;
      /** One for each region. */
      readonly instances: readonly GrantsInstance[];
      readonly grants: readonly DataGrant[];
      /** Identities of a directory get credentials as well. */
      readonly setsContext: boolean;
      /** The key policies already let account A's identity policies decide. */
      readonly keyPolicyDelegates: boolean;
    };

/** What an access control list calls an account. */
export interface CanonicalUser {
  readonly id: string;
  readonly account: AccountId;
}

export interface SharedObject {
  readonly bucket: string;
  readonly key: string;
}

export interface GrantsInstance {
  readonly region: string;
  readonly arn: string;
  /** By a resource policy, which is one of the documents, or by a resource share of AWS RAM. */
  readonly sharedBy: "resource-policy" | "resource-share";
}

export interface DataGrant {
  readonly instanceArn: string;
  /** Users and roles. */
  readonly grantees: readonly string[];
  readonly permission: GrantPermission;
  readonly bucket: string;
  /** `reports/*`, `*` for the whole bucket, or the key of one object. */
  readonly path: string;
  readonly isObject: boolean;
}

/** One action that a method grants besides the shared data, because it was asked for. */
export interface AlsoGranted {
  /** Imperative: "List all buckets". */
  readonly title: string;
  readonly action: string;
  /** `*` for an action that has no resource. */
  readonly resourceArn: string;
}
