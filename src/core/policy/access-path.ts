/**
 * How the consumer comes to the shared data. Declared by the method, so that the proof can
 * ask the right questions without knowing which method it judges.
 */
export type AccessPath =
  /** They call S3 themselves. */
  | { readonly kind: "direct" }
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
    };

/** One action that a method grants besides the shared data, because it was asked for. */
export interface AlsoGranted {
  /** Imperative: "List all buckets". */
  readonly title: string;
  readonly action: string;
  /** `*` for an action that has no resource. */
  readonly resourceArn: string;
}
