import type { Side } from "#core/side.ts";

export type OneOrMany = string | readonly string[];

/** Condition operator → condition key → value(s). */
export type ConditionBlock = {
  readonly [operator: string]: { readonly [key: string]: OneOrMany };
};

export type PrincipalElement = "*" | { readonly [type: string]: OneOrMany };

/** Elements in the fixed order in which they are written. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: PrincipalElement;
  readonly NotPrincipal?: PrincipalElement;
  readonly Action?: OneOrMany;
  readonly NotAction?: OneOrMany;
  readonly Resource?: OneOrMany;
  readonly NotResource?: OneOrMany;
  readonly Condition?: ConditionBlock;
}

export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

export type PolicyKind =
  | "bucket-policy"
  | "identity-policy"
  | "trust-policy"
  | "key-policy"
  /** The resource policy of an S3 Access Grants instance. */
  | "instance-policy";

/** What a service takes as JSON and IAM does not judge: no policy, and no schema of one. */
export type ContentKind = "access-control-list" | "manifest" | "request";

export type DocumentKind = PolicyKind | ContentKind;

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** What a document is put on. */
export type Attachment =
  | { readonly kind: "bucket"; readonly bucket: string }
  | { readonly kind: "key"; readonly keyArn: string }
  | { readonly kind: "role"; readonly arn: string }
  | { readonly kind: "user"; readonly arn: string }
  /** Account B's admin chooses which of its principals get the policy. */
  | { readonly kind: "account"; readonly account: string }
  /** An IAM Identity Center permission set; its roles cannot be edited in IAM. */
  | { readonly kind: "permission-set"; readonly name: string }
  | { readonly kind: "access-grants-instance"; readonly arn: string }
  | { readonly kind: "object"; readonly bucket: string; readonly key: string }
  | {
      readonly kind: "quicksight";
      readonly resource: "data source" | "data set";
      readonly resourceId: string;
    };

interface Described {
  /** Stable within an agreement, e.g. `bucket-policy-acme-share-data`; used in addresses and links between screens. */
  readonly id: string;
  readonly side: Side;
  /** Inside the side's folder of the bundle, e.g. `01-bucket-policy-acme-share-data.json`. */
  readonly fileName: string;
  /** Short, for a tab: `Bucket policy · acme-share-data`. */
  readonly title: string;
  /** One sentence: what it lets whom do. */
  readonly summary: string;
  readonly attachedTo: readonly Attachment[];
}

/** A policy, or statements of one: what AWS's evaluation logic reads. */
export interface SharingPolicy extends Described {
  readonly kind: PolicyKind;
  /** How an identity policy is put there; decides which of AWS's size limits holds. */
  readonly delivery?: "inline" | "managed";
  /**
   * `whole`: this text is the complete document. `statements`: these statements are added to a
   * document that always exists already (a key policy), which keeps everything else it says.
   */
  readonly extent: "whole" | "statements";
  readonly policy: PolicyDocument;
  /** Together with what is there already: this text is put in place of `policy` alone. */
  readonly merged?: string;
  /** What is there already, as it was merged and reviewed. */
  readonly reviewed?: string;
}

/** JSON that is no policy, always as a whole. */
export interface SharingContent extends Described {
  readonly kind: ContentKind;
  readonly extent: "whole";
  readonly content: { readonly [name: string]: JsonValue };
  readonly policy?: undefined;
  readonly merged?: undefined;
  readonly reviewed?: undefined;
  readonly delivery?: undefined;
}

export type SharingDocument = SharingPolicy | SharingContent;

export function isPolicy(document: SharingDocument): document is SharingPolicy {
  return document.policy !== undefined;
}
