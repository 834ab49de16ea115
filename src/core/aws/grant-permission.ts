import type { AccessLevel } from "./access.ts";

/** What an access grant lets do. */
export type GrantPermission = "READ" | "WRITE" | "READWRITE";

/** The level that says more than `level` does, and that a grant cannot leave out when it grants `level`. */
const COMES_WITH: Readonly<Partial<Record<AccessLevel, AccessLevel>>> = {
  list: "read",
  delete: "write",
};

/**
 * The levels of an access that no grant can give by themselves: READ lists and downloads, WRITE
 * uploads and deletes. The other way round the location's role leaves out what was not asked for.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-get-data.html
 */
export function notGrantedAlone(access: readonly AccessLevel[]): readonly AccessLevel[] {
  return access.filter((level) => {
    const other = COMES_WITH[level];
    return other !== undefined && !access.includes(other);
  });
}

/** The least permission with which everything of an access can be done. */
export function grantPermission(access: readonly AccessLevel[]): GrantPermission {
  const reads = access.includes("list") || access.includes("read");
  const writes = access.includes("write") || access.includes("delete");
  if (reads && writes) return "READWRITE";
  return writes ? "WRITE" : "READ";
}

/** Everything that `inner` lets do. */
export function permissionCovers(outer: GrantPermission, inner: GrantPermission): boolean {
  return outer === "READWRITE" || outer === inner;
}

export interface GrantActions {
  /** On the bucket, for keys in the scope of the grant. */
  readonly listing: readonly string[];
  readonly object: readonly string[];
  readonly key: readonly string[];
}

const READ: GrantActions = {
  listing: ["s3:ListBucket", "s3:ListBucketVersions", "s3:ListBucketMultipartUploads"],
  object: [
    "s3:GetObject",
    "s3:GetObjectVersion",
    "s3:GetObjectAcl",
    "s3:GetObjectVersionAcl",
    "s3:ListMultipartUploadParts",
  ],
  key: ["kms:Decrypt"],
};

const WRITE: GrantActions = {
  listing: [],
  object: [
    "s3:PutObject",
    "s3:PutObjectAcl",
    "s3:PutObjectVersionAcl",
    "s3:DeleteObject",
    "s3:DeleteObjectVersion",
    "s3:AbortMultipartUpload",
  ],
  key: ["kms:GenerateDataKey"],
};

/**
 * What the credentials of a grant may do, as far as the role of its location may.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-get-data.html
 */
export function grantActions(permission: GrantPermission): GrantActions {
  if (permission === "READ") return READ;
  if (permission === "WRITE") return WRITE;
  return {
    listing: READ.listing,
    object: [...READ.object, ...WRITE.object],
    key: [...READ.key, ...WRITE.key],
  };
}
