/** Calls about access control lists, and about whether a bucket has any. */
export type AclOperation =
  /** Enables ACLs where they are disabled; what is there is kept for undo. */
  | {
      readonly kind: "put-ownership-controls";
      readonly bucket: string;
      readonly ownership: "BucketOwnerPreferred" | "ObjectWriter";
    }
  /** Back to what was there before, or to `before` where nobody knows. */
  | {
      readonly kind: "restore-ownership-controls";
      readonly bucket: string;
      readonly before: "BucketOwnerEnforced";
    }
  /** Replaces the whole list. */
  | { readonly kind: "put-bucket-acl"; readonly bucket: string; readonly document: string }
  /** Back to the list that was there before, or to the owner alone. */
  | { readonly kind: "restore-bucket-acl"; readonly bucket: string; readonly document: string }
  | {
      readonly kind: "put-object-acl";
      readonly bucket: string;
      readonly key: string;
      readonly document: string;
    }
  | {
      readonly kind: "restore-object-acl";
      readonly bucket: string;
      readonly key: string;
      readonly document: string;
    };
