import type { AccessLevel } from "#core/aws/access.ts";
import type { AccountId } from "#core/aws/account-id.ts";
import type { BucketName } from "#core/aws/bucket-name.ts";
import type { KeyArn } from "#core/aws/key-arn.ts";
import type { Prefix } from "#core/aws/prefix.ts";
import type { Principal } from "#core/aws/principal.ts";
import type { Partition, Region } from "#core/aws/region.ts";

/** Bucket + prefix + access. `prefix` "" is the whole bucket. */
export interface Location {
  readonly bucket: BucketName;
  readonly prefix: Prefix;
  /** In the order list, read, write, delete; never empty. */
  readonly access: readonly AccessLevel[];
}

export type Encryption =
  | { readonly kind: "sse-s3" }
  /** Customer managed key in account A. */
  | { readonly kind: "sse-kms"; readonly keyArn: KeyArn }
  /** The AWS managed key `aws/s3`, whose key policy nobody can edit. */
  | { readonly kind: "aws-managed-key" };

export type ObjectOwnership = "BucketOwnerEnforced" | "BucketOwnerPreferred" | "ObjectWriter";

/** What is true of one bucket, whichever of its prefixes are shared. */
export interface BucketSettings {
  readonly bucket: BucketName;
  readonly region: Region;
  readonly encryption: Encryption;
  readonly ownership: ObjectOwnership;
  /** Adds the version actions. */
  readonly versioned: boolean;
}

/** Limits on top of the grant. Empty text, empty list and false mean "not asked for". */
export interface Guardrails {
  readonly tlsOnly: boolean;
  readonly minTlsVersion: "" | "1.2" | "1.3";
  readonly organizationId: string;
  readonly vpcEndpoints: readonly string[];
  readonly sourceCidrs: readonly string[];
  readonly mfa: boolean;
  /** ISO date `YYYY-MM-DD`; access ends at 00:00 UTC of that day. */
  readonly validUntil: string;
}

/** The values both sides agree on, parsed. The method's own values are kept apart, typed by it. */
export interface Agreement {
  readonly partition: Partition;
  readonly owner: {
    readonly account: AccountId;
    readonly region: Region;
    readonly locations: readonly Location[];
    /** One for each distinct bucket of `locations`, in order of first mention. */
    readonly buckets: readonly BucketSettings[];
    /** AWS CLI profile of account A's admin; "" for the default credentials. */
    readonly profile: string;
  };
  readonly consumer: {
    readonly account: AccountId;
    readonly principals: readonly Principal[];
    /** The consumer's people browse the shared data in the S3 console. */
    readonly consoleAccess: boolean;
    readonly profile: string;
    /** AWS CLI profile of the consuming identity, used by verify; "" for the default credentials. */
    readonly appProfile: string;
  };
  readonly guardrails: Guardrails;
}
