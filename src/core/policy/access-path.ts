/**
 * How account B's principals come to the shared data. Declared by the method, so that the proof can
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
    };
