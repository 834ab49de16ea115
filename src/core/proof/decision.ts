import type { Side } from "#core/side.ts";

/** What a policy is, in AWS's words. */
export type PolicyType = ResourcePolicyType | CallerPolicyType | "resource control policy";

/** Policies of the caller and its account; the VPC endpoint is the one it calls through. */
export type CallerPolicyType =
  | "identity policy"
  | "permissions boundary"
  | "session policy"
  | "service control policy"
  | "VPC endpoint policy";

export type ResourcePolicyType =
  | "bucket policy"
  | "access point policy"
  | "trust policy"
  | "key policy"
  | "Access Grants instance policy"
  /** No policy, but it says who may have credentials for what. */
  | "access grant"
  | "resource policy";

/** Where a statement stands. */
export interface StatementSource {
  /** The document's id or name. */
  readonly document: string;
  readonly statementIndex: number;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  readonly policyType: PolicyType;
  /** Whose document it is, when known. */
  readonly side?: Side;
}

/** Which side lacks what, as a sentence. */
export interface Missing {
  readonly side: Side;
  readonly policyType: PolicyType | "ACL" | "Block Public Access";
  readonly message: string;
}

/** Something AWS would refuse; the statement, or without an index the document, counts for nothing. */
export interface PolicyProblem {
  readonly document: string;
  readonly statementIndex?: number;
  readonly message: string;
}

export type Verdict = "allowed" | "explicitDeny" | "implicitDeny";

export interface Decision {
  readonly decision: Verdict;
  /** For `allowed` the statements that allow, for `explicitDeny` those that deny; else empty. */
  readonly decidedBy: readonly StatementSource[];
  /** For `implicitDeny` what would have to be there; else empty. */
  readonly missing: readonly Missing[];
}
