import type { AccessLevel } from "#core/aws/access.ts";
import type { AccessGrantsOperation } from "./access-grants-operation.ts";
import type { AclOperation } from "./acl-operation.ts";
import type { DataSetOperation } from "./data-set-operation.ts";

/**
 * One AWS call, or one thing to do by hand, as data. Renderers are tables over `kind`, so a new
 * variant does not compile until each of them answers for it. Documents are named by id.
 */
export type Operation =
  // Reads: change nothing, need no undo.
  | { readonly kind: "check-caller"; readonly account: string }
  | {
      readonly kind: "check-role";
      readonly roleArn: string;
      /** The role's path is not known (a session's ARN has lost it): only the name is looked up. */
      readonly anyPath?: true;
    }
  | { readonly kind: "check-user"; readonly userArn: string }
  | { readonly kind: "check-policy"; readonly policyArn: string }
  | { readonly kind: "check-bucket-ownership"; readonly bucket: string; readonly expected: string }
  | {
      readonly kind: "check-bucket-encryption";
      readonly bucket: string;
      readonly expected: "sse-s3" | "sse-kms" | "aws-managed-key";
      readonly keyArn: string;
    }
  | { readonly kind: "check-public-access-block"; readonly bucket: string }
  /** S3 must not take the stored bucket policy for public. */
  | { readonly kind: "check-bucket-policy-status"; readonly bucket: string }
  | { readonly kind: "check-key-manager"; readonly keyArn: string; readonly region: string }
  /** The key policy must let IAM policies of `account` decide (its root statement), or name `roleArn`. */
  | {
      readonly kind: "check-key-delegates";
      readonly keyArn: string;
      readonly region: string;
      readonly account: string;
      readonly roleArn: string;
    }
  // Writes.
  | { readonly kind: "put-bucket-policy"; readonly bucket: string; readonly document: string }
  /** Restores the backup of the policy that was there, or deletes ours when there was none. */
  | { readonly kind: "restore-bucket-policy"; readonly bucket: string; readonly document: string }
  | {
      readonly kind: "add-key-statements";
      readonly keyArn: string;
      readonly region: string;
      readonly document: string;
    }
  | {
      readonly kind: "remove-key-statements";
      readonly keyArn: string;
      readonly region: string;
      readonly document: string;
    }
  | {
      readonly kind: "create-role";
      readonly roleName: string;
      readonly path: string;
      readonly maxSessionSeconds: number;
      readonly description: string;
      readonly trustDocument: string;
    }
  | { readonly kind: "delete-role"; readonly roleName: string }
  | {
      readonly kind: "put-role-policy";
      readonly roleName: string;
      readonly policyName: string;
      readonly document: string;
    }
  | { readonly kind: "delete-role-policy"; readonly roleName: string; readonly policyName: string }
  | {
      readonly kind: "put-user-policy";
      readonly userName: string;
      readonly policyName: string;
      readonly document: string;
    }
  | { readonly kind: "delete-user-policy"; readonly userName: string; readonly policyName: string }
  | {
      readonly kind: "create-policy";
      readonly policyArn: string;
      readonly policyName: string;
      readonly path: string;
      readonly document: string;
    }
  | { readonly kind: "delete-policy"; readonly policyArn: string }
  | { readonly kind: "attach-role-policy"; readonly roleName: string; readonly policyArn: string }
  | { readonly kind: "detach-role-policy"; readonly roleName: string; readonly policyArn: string }
  | { readonly kind: "attach-user-policy"; readonly userName: string; readonly policyArn: string }
  | { readonly kind: "detach-user-policy"; readonly userName: string; readonly policyArn: string }
  | {
      readonly kind: "create-user";
      readonly userArn: string;
      readonly userName: string;
      readonly path: string;
      readonly tags: readonly (readonly [key: string, value: string])[];
      /** ARN of the policy that limits what the user may ever do; "" for none. */
      readonly permissionsBoundary: string;
    }
  | { readonly kind: "delete-user"; readonly userArn: string; readonly userName: string }
  /**
   * Answers with the secret, once: run by a person, never by a script, whose output may be kept.
   * `page` is where the console does it.
   */
  | {
      readonly kind: "create-access-key";
      readonly userName: string;
      readonly page: string;
    }
  | { readonly kind: "get-access-key-last-used"; readonly userName: string }
  | { readonly kind: "deactivate-access-key"; readonly userName: string }
  | { readonly kind: "delete-access-key"; readonly userName: string }
  /** All keys of a user that is taken away as a whole. */
  | {
      readonly kind: "delete-access-keys";
      readonly userArn: string;
      readonly userName: string;
    }
  /** What IAM says that a principal's own policies allow; bucket policies are left out. */
  | {
      readonly kind: "simulate-principal-policy";
      readonly principalArn: string;
      readonly action: string;
      readonly resourceArn: string;
      readonly expect: "allowed" | "denied";
      /** What the request would say besides, for a condition: IAM does not know it of itself. */
      readonly context?: ContextEntry;
    }
  | AclOperation
  | DataSetOperation
  // Probes: what verify runs as the consuming identity.
  | Probe
  /** Asks for a session and throws it away; `externalId` "" means without one. */
  | {
      readonly kind: "probe-assume-role";
      readonly roleArn: string;
      readonly sessionName: string;
      readonly externalId: string;
      readonly expect: "allowed" | "denied";
      readonly shows: string;
    }
  /** Lines for the consumer's ~/.aws/config. */
  | {
      readonly kind: "configure-profile";
      readonly profile: string;
      readonly entries: readonly (readonly [key: string, value: string])[];
    }
  /** In a verify step: the probes after it run as the session it returns. */
  | {
      readonly kind: "assume-role";
      readonly roleArn: string;
      readonly sessionName: string;
      readonly externalId: string;
      readonly durationSeconds: number;
      /** The MFA device, when the trust policy asks for MFA: its code is then asked for. */
      readonly mfaSerial?: string;
    }
  | AccessGrantsOperation
  /** Done in a console or by a person; `url` is a console page. */
  | { readonly kind: "by-hand"; readonly instruction: string; readonly url: string };

/** A value that a simulated request has, with the type that IAM wants to be told. */
export interface ContextEntry {
  readonly key: string;
  readonly value: string;
  readonly type: "string" | "date";
}

/**
 * One request made by the consuming identity, and what must come back. No probe touches data that
 * was there: a key is one that verify makes up (`s3-handshake-verify-…`), written only while nothing
 * is there, deleted only when this run has written it. A write that should be denied is sent so that
 * nothing is stored even if it is not. Where delete is not granted, the one written object stays.
 */
export interface Probe {
  readonly kind: "probe";
  readonly access: AccessLevel;
  readonly bucket: string;
  readonly region: string;
  /** Prefix for `list`; for `read` with `existing`, the prefix to look below; otherwise a key. */
  readonly path: string;
  /** `read` needs an object that is there: the first one listed below `path`, none means "not shown". */
  readonly existing?: true;
  readonly expect: "allowed" | "denied";
  /** What it shows, for a PASS/FAIL line: "another prefix cannot be read". */
  readonly shows: string;
}

export type OperationKind = Operation["kind"];
